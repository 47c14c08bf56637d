using System.CommandLine;
using SdkGen.Endurance;
using Spectre.Console;

var minutes = new Option<double>("--minutes") { Description = "How long the part in real time takes.", DefaultValueFactory = _ => 10 };
var virtualMinutes = new Option<double>("--virtual-minutes") { Description = "How long the part in virtual time takes, by its own clock.", DefaultValueFactory = _ => 60 };
var seed = new Option<int>("--seed") { Description = "What faults and people do follows from it, as far as threads let it.", DefaultValueFactory = _ => Random.Shared.Next(1, 1_000_000) };
var command = new RootCommand("Sign-ins, refreshes and client tokens, while everything around them fails. No session may be lost, and nobody may get the token of another.")
{
    minutes, virtualMinutes, seed,
};
command.SetAction(result => Campaign.RunAsync(result.GetValue(minutes), result.GetValue(virtualMinutes), result.GetValue(seed), AnsiConsole.Console));
return await command.Parse(args).InvokeAsync();
