using SdkGen.Cli;

// Where to read on:
//   Commands/   a file for each command: what may be typed, and what is done with it
//   Running/    how every command runs, fails and is interrupted
//   Output/     results as tables, JSON, YAML; what is said while a command runs
return await new SdkGenCommand().RunAsync(args);
