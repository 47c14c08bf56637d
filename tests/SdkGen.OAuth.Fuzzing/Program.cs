using System.CommandLine;
using SdkGen.OAuth.Fuzzing;

var inputs = new Option<long>("--inputs") { Description = "How many inputs in all, divided among the targets.", DefaultValueFactory = _ => 1_000_000 };
var seed = new Option<long>("--seed") { Description = "The number of the first input: the same number makes the same input.", DefaultValueFactory = _ => 1 };
var only = new Option<string?>("--target") { Description = "One target alone." };
var command = new RootCommand("Gives damaged input to everything that reads what strangers write. Nothing but the documented refusal may come of it.")
{
    inputs, seed, only,
};
command.SetAction((result, cancellationToken) => Campaign.RunAsync(
    result.GetValue(inputs), result.GetValue(seed), result.GetValue(only), Console.Out, cancellationToken));
return await command.Parse(args).InvokeAsync();
