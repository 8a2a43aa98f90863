internal import ParcoursCLI

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

exit(ParcoursCommand.execute(Array(CommandLine.arguments.dropFirst())))
