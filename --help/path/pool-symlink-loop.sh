#!/bin/sh
mkdir -p pool; ln -sfn .. pool/loop; ln -sf /etc/passwd pool/p.json; mkfifo pool/f.json 2>/dev/null || :
