using Spectre.Console;

namespace SdkGen.Cli.Output;

/// <summary>
/// Names and values, a line each. A value is never broken into lines here: the terminal does that, and what is copied from it is whole.
/// </summary>
/// <param name="Title">What they are about; <see langword="null"/> if that is plain.</param>
/// <param name="Properties">Names and values; a value that is <see langword="null"/> is shown as empty.</param>
internal sealed record PropertyList(string? Title, params IReadOnlyList<(string Name, string? Value)> Properties) : IResultSection
{
    private const string Nothing = "<empty>";

    private int Width => Properties.Count == 0 ? 0 : Properties.Max(property => property.Name.Length);

    /// <inheritdoc />
    public void Draw(IAnsiConsole console)
    {
        if (Title is not null)
        {
            console.WriteLine();
            console.MarkupLineInterpolated($"[bold]{Title}[/]");
        }

        foreach (var (name, value) in Properties)
        {
            console.MarkupInterpolated($"[blue]{name.Printable().PadRight(Width)}[/]  ");

            // Written past Spectre, which would break it at the width of the terminal.
            console.Profile.Out.Writer.WriteLine(value?.Printable() ?? Nothing);
        }
    }

    /// <inheritdoc />
    public void Write(TextWriter output)
    {
        if (Title is not null)
        {
            output.WriteLine();
            output.WriteLine(Title);
        }

        foreach (var (name, value) in Properties)
        {
            output.WriteLine($"{name.Printable().PadRight(Width)}  {value?.Printable() ?? Nothing}");
        }
    }
}
