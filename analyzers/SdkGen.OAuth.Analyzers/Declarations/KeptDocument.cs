using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SdkGen.OAuth.Declaration;

namespace SdkGen.OAuth.Analyzers.Declarations;

/// <summary>A metadata document that is kept in a project, with the places of what it says.</summary>
internal sealed class KeptDocument
{
    private readonly SourceText _text;
    private readonly JsonValue _root;
    private readonly string _path;

    private KeptDocument(string path, SourceText text, JsonValue root)
    {
        _path = path;
        _text = text;
        _root = root;
    }

    public string FileName => DiscoveryDocument.FileNameOf(_path);

    /// <summary>Reads a file; nothing if it is no metadata document, which another check says.</summary>
    public static KeptDocument? Read(AdditionalText file, CancellationToken cancellationToken) =>
        file.GetText(cancellationToken) is { Length: <= DiscoveryDocument.MaxLength } text
        && JsonText.TryRead(text.ToString(), out var root, out _) && root.Kind == JsonKind.Object
            ? new(file.Path, text, root)
            : null;

    public string? Text(string member) => _root[member] is { Kind: JsonKind.Text } value ? value.Text : null;

    /// <summary>The texts of a list; nothing if the document leaves it out, which says nothing.</summary>
    public List<string>? Texts(string member) => _root[member] is { Kind: JsonKind.Array } value
        ? [.. value.Items.Where(item => item.Kind == JsonKind.Text).Select(item => item.Text)]
        : null;

    /// <summary>Where a member stands; the document's beginning if it is not there.</summary>
    public Location LocationOf(string member)
    {
        var (start, length) = _root[member]?.Span ?? (0, 0);
        var span = new TextSpan(start, length);
        return Location.Create(_path, span, _text.Lines.GetLinePositionSpan(span));
    }

    /// <summary>The same for a message: file and line.</summary>
    public string PlaceOf(string member) => $"{FileName}, line {LocationOf(member).GetLineSpan().StartLinePosition.Line + 1}";
}
