using SdkGen.Cli;

// Where to read on:
//   Commands/   a file for each command: what may be typed, and what is done with it
//   Output/     tables, JSON, YAML and errors
return await new SdkGenCommand().RunAsync(args);
