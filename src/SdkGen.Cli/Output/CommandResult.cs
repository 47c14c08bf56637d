using System.Text.Json.Nodes;

namespace SdkGen.Cli.Output;

/// <summary>What a command found: once for programs, once for people.</summary>
/// <param name="Value">What programs read: JSON, YAML, and paths into it.</param>
/// <param name="Sections">What people read.</param>
internal sealed record CommandResult(JsonNode Value, params IReadOnlyList<IResultSection> Sections)
{
    /// <summary>What is printed with <c>--quiet</c>; <see langword="null"/> prints nothing.</summary>
    public string? Essence { get; init; }
}
