using Spectre.Console;

namespace SdkGen.Cli.Output;

/// <summary>A text of the tool's own, as it is: source code.</summary>
/// <param name="Text">The text.</param>
internal sealed record PlainText(string Text) : IResultSection
{
    /// <inheritdoc />
    public void Draw(IAnsiConsole console) => Write(console.Profile.Out.Writer);

    /// <inheritdoc />
    public void Write(TextWriter output) => output.Write(Text);
}
