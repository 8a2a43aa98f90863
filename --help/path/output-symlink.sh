#!/bin/sh
# run before: output path is a symlink to a file that must survive
echo KEEP > victim.txt; ln -sf victim.txt out.html
