internal import ParcoursCLI
internal import ParcoursSystem

CurrentProcess.end(ParcoursCommand.execute(Array(CommandLine.arguments.dropFirst())))
