using System.CommandLine;
using SdkGen.Cli.Inputs;

namespace SdkGen.Cli.Running;

/// <summary>What is told of a command line that cannot be understood.</summary>
internal static class Mistakes
{
    private const int LongestName = 24;

    public static IEnumerable<Failure> Of(ParseResult arguments)
    {
        var path = string.Join(' ', Path(arguments.CommandResult.Command));
        var advice = $"{path} --help shows what can be typed.";
        if (arguments.UnmatchedTokens is [var word, ..])
        {
            // What follows is most often its value. It is not repeated, and neither is what looks like one: it may be a secret.
            var name = word.Split('=')[0];
            var isName = name.Length <= LongestName && name.All(character => char.IsAsciiLetter(character) || character == '-');
            var close = Spelling.Closest(name, Names(arguments.CommandResult.Command, isOption: name.StartsWith('-')));
            yield return new(
                isName ? $"'{name}' is nothing that {path} knows." : $"There is an argument too many for {path}.",
                isName && close.Count > 0 ? $"Did you mean {string.Join(" or ", close)}? {advice}" : advice,
                ExitCode.WrongUsage);
            yield break;
        }

        foreach (var error in arguments.Errors)
        {
            yield return new(error.Message, advice, ExitCode.WrongUsage);
        }
    }

    private static IEnumerable<string> Path(Command command) =>
        command.Parents.OfType<Command>().SelectMany(Path).Append(command.Name);

    private static IEnumerable<string> Names(Command command, bool isOption) =>
        isOption ? command.Options.Where(option => !option.Hidden).Select(option => option.Name) : command.Subcommands.Select(one => one.Name);
}
