using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SdkGen.Cli.Code;

/// <summary>A file that is not there yet.</summary>
internal sealed class WrittenText(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text);

    /// <inheritdoc />
    public override string Path { get; } = path;

    /// <inheritdoc />
    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
