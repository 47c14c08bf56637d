using Quickstart;

// Where to read on, in this order:
//   Providers/   what is written by hand: an interface for each provider
//   Tour.cs      the steps, in the order in which they run
//   Steps/       what the steps do with the clients that the generator wrote
//   Running/     how the table is drawn; nothing about OAuth
return await new QuickstartCommand().RunAsync(args);
