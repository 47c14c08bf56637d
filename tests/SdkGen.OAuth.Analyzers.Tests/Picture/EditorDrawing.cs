using System.Globalization;
using System.Net;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Classification;
using Microsoft.CodeAnalysis.Text;

namespace SdkGen.OAuth.Analyzers.Tests.Picture;

/// <summary>An editor's window as SVG. It brings its own background, so it can be read on a light page and on a dark one.</summary>
internal sealed class EditorDrawing
{
    private const int Width = 960;
    private const int Gutter = 56;
    private const int LineHeight = 21;
    private const double CharacterWidth = EditorCanvas.CharacterWidth;

    private readonly EditorCanvas _canvas = new();
    private readonly Editor _editor;
    private int _y;

    private EditorDrawing(Editor editor) => _editor = editor;

    public static string Draw(Editor editor) => new EditorDrawing(editor).Draw();

    private string Draw()
    {
        Tab();
        foreach (var line in _editor.Text.Lines)
        {
            CodeLine(line);
            if (line.Span.Contains(_editor.Fixed.Location.SourceSpan))
            {
                Offer(line);
            }
        }

        Problems();
        var height = _y + 16;
        return $$"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{Width}} {{height}}" width="{{Width}}" height="{{height}}" role="img" aria-label="{{Label()}}">
              <!-- Drawn by PictureTests from what the analyzers say. Draw it anew with SDKGEN_WRITE_PAGES=1 dotnet test tests/SdkGen.OAuth.Analyzers.Tests. -->
              <style>
                text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #d4d4d4; white-space: pre; }
                .keyword { fill: #6cb6ff; } .type { fill: #4ec9b0; } .method { fill: #dcdcaa; } .string { fill: #e39f7c; } .name { fill: #9cdcfe; }
                .number, .quiet { fill: #8b949e; } .bold { font-weight: 600; } .warning { fill: #e2b340; } .info { fill: #58a6ff; }
                .old { fill: #ff9492; } .new { fill: #7ee787; }
              </style>
              <rect x="0.5" y="0.5" width="{{Width - 1}}" height="{{height - 1}}" rx="10" fill="#1b1f24" stroke="#444c56" />
            {{_canvas}}</svg>

            """.ReplaceLineEndings("\n");
    }

    private string Label() => WebUtility.HtmlEncode(
        $"An editor with C# code. {string.Join(' ', _editor.Findings.Select(finding => $"{finding.Id}: {finding.GetMessage(CultureInfo.InvariantCulture)}"))} A fix is offered: {_editor.Fix}.");

    private void Tab()
    {
        for (var button = 0; button < 3; button++)
        {
            _canvas.Add($"""<circle cx="{22 + (button * 18)}" cy="19" r="5.5" fill="#444c56" />""");
        }

        _canvas.Write(88, 24, "SignIn.cs", "bold");
        _canvas.Add($"""<line x1="0" y1="38" x2="{Width}" y2="38" stroke="#444c56" />""");
        _y = 46;
    }

    private void CodeLine(TextLine line)
    {
        _y += LineHeight;
        _canvas.Write(Gutter - 16 - (Number(line).Length * CharacterWidth), _y, Number(line), "number");
        _canvas.Write(Gutter, _y, Words(line));
        foreach (var finding in _editor.Findings.Where(finding => line.Span.Contains(finding.Location.SourceSpan)))
        {
            var span = finding.Location.SourceSpan;
            _canvas.Squiggle(Gutter + ((span.Start - line.Start) * CharacterWidth), _y, span.Length * CharacterWidth, Color(finding));
        }
    }

    /// <summary>The finding, the light bulb and what it would change, below the line.</summary>
    private void Offer(TextLine line)
    {
        const int padding = 12;
        const int columns = 106;
        var lines = Wrap($"{_editor.Fixed.Id}: {_editor.Fixed.GetMessage(CultureInfo.InvariantCulture)}", columns).Select(text => (text, "warning"))
            .Append(("  " + _editor.Fix, "info bold"))
            .Append(("  - " + line.ToString().Trim(), "old"))
            .Concat(Wrap(_editor.After.Lines[line.LineNumber].ToString().Trim(), columns - 6).Select((text, index) => ((index == 0 ? "  + " : "      ") + text, "new")))
            .ToList();

        _canvas.Add($"""<rect x="{Gutter}" y="{_y + 10}" width="{Width - Gutter - 24}" height="{(lines.Count * LineHeight) + padding}" rx="6" fill="#2d333b" stroke="#545d68" />""");
        _y += 10;
        foreach (var (text, style) in lines)
        {
            _y += LineHeight;
            _canvas.Write(Gutter + padding, _y, text, style);
            if (style == "info bold")
            {
                _canvas.Bulb(Gutter + padding + 6, _y - 6);
            }
        }

        _y += padding;
    }

    private void Problems()
    {
        _y += 18;
        _canvas.Add($"""<line x1="0" y1="{_y}" x2="{Width}" y2="{_y}" stroke="#444c56" />""");
        _y += LineHeight + 4;
        _canvas.Write(18, _y, $"Problems  {_editor.Findings.Count}", "bold");
        foreach (var finding in _editor.Findings)
        {
            var place = finding.Location.GetLineSpan().StartLinePosition;
            foreach (var (index, part) in Wrap(finding.GetMessage(CultureInfo.InvariantCulture), 94).Index())
            {
                _y += LineHeight;
                if (index == 0)
                {
                    _canvas.Add($"""<circle cx="24" cy="{_y - 4}" r="4" fill="{Color(finding)}" />""");
                    _canvas.Write(38, _y, finding.Id, finding.Severity == DiagnosticSeverity.Info ? "info" : "warning");
                    _canvas.Write(Width - 76, _y, string.Create(CultureInfo.InvariantCulture, $"[{place.Line + 1}, {place.Character + 1}]"), "quiet");
                }

                _canvas.Write(122, _y, part, "");
            }
        }
    }

    /// <summary>The words of a line and what is between them, each with its colour.</summary>
    private IEnumerable<(string Text, string Color)> Words(TextLine line)
    {
        var at = line.Start;
        foreach (var word in _editor.Colors.Where(word => line.Span.Contains(word.TextSpan) && word.ClassificationType != ClassificationTypeNames.StaticSymbol))
        {
            if (word.TextSpan.Start > at)
            {
                yield return (_editor.Text.ToString(TextSpan.FromBounds(at, word.TextSpan.Start)), "");
            }

            yield return (_editor.Text.ToString(word.TextSpan), ColorClass(word.ClassificationType));
            at = word.TextSpan.End;
        }

        if (at < line.End)
        {
            yield return (_editor.Text.ToString(TextSpan.FromBounds(at, line.End)), "");
        }
    }

    private static string ColorClass(string classification) => classification switch
    {
        ClassificationTypeNames.Keyword or ClassificationTypeNames.ControlKeyword => "keyword",
        ClassificationTypeNames.ClassName or ClassificationTypeNames.InterfaceName or ClassificationTypeNames.StructName => "type",
        ClassificationTypeNames.MethodName or ClassificationTypeNames.ExtensionMethodName => "method",
        ClassificationTypeNames.StringLiteral => "string",
        ClassificationTypeNames.LocalName or ClassificationTypeNames.ParameterName or ClassificationTypeNames.PropertyName => "name",
        _ => "",
    };

    private static string Color(Diagnostic finding) => finding.Severity == DiagnosticSeverity.Info ? "#58a6ff" : "#e2b340";

    private static string Number(TextLine line) => (line.LineNumber + 1).ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> Wrap(string text, int columns)
    {
        while (text.Length > columns)
        {
            var end = text.LastIndexOf(' ', columns);
            yield return text[..end];
            text = text[(end + 1)..];
        }

        yield return text;
    }
}
