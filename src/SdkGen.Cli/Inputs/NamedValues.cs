using SdkGen.Cli.Running;

namespace SdkGen.Cli.Inputs;

/// <summary>Values with names, as they are typed: <c>tenant=contoso</c>.</summary>
internal static class NamedValues
{
    public static IEnumerable<(string Name, string Value)> Read(string option, IEnumerable<string> texts) => texts.Select(text =>
        text.IndexOf('=', StringComparison.Ordinal) is var at && at > 0
            ? (text[..at], text[(at + 1)..])
            : throw CommandException.Usage($"{option} needs a name and a value.", $"Write it like {option} tenant=contoso."));
}
