using System.Globalization;
using System.Net;
using System.Text;

namespace SdkGen.OAuth.Analyzers.Tests.Picture;

/// <summary>
/// The marks of an editor as SVG: text stays text. Each line states its length, so that squiggles are below their words in whatever font
/// there is.
/// </summary>
internal sealed class EditorCanvas
{
    public const double CharacterWidth = 7.8;

    private readonly StringBuilder _svg = new();

    public override string ToString() => _svg.ToString();

    public void Add(string element) => _svg.Append("  ").Append(element).Append('\n');

    public void Write(double x, double y, string text, string style) => Write(x, y, [(text, style)]);

    /// <summary>Writes the words of a line, each with its style.</summary>
    public void Write(double x, double y, IEnumerable<(string Text, string Style)> words)
    {
        var parts = words.ToList();
        var length = parts.Sum(part => part.Text.Length) * CharacterWidth;
        var text = string.Concat(parts.Select(part => part.Style.Length == 0
            ? WebUtility.HtmlEncode(part.Text)
            : $"""<tspan class="{part.Style}">{WebUtility.HtmlEncode(part.Text)}</tspan>"""));
        Add(string.Create(CultureInfo.InvariantCulture, $"""<text x="{x:0.#}" y="{y:0.#}" textLength="{length:0.#}" xml:space="preserve">{text}</text>"""));
    }

    /// <summary>Underlines what stands at a place.</summary>
    public void Squiggle(double x, double y, double width, string color)
    {
        var path = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"M{x:0.#} {y + 4}"));
        for (var step = 0; step < (int)(width / 3); step++)
        {
            path.Append(step % 2 == 0 ? "l3 -2.5" : "l3 2.5");
        }

        Add($"""<path d="{path}" fill="none" stroke="{color}" stroke-width="1.3" />""");
    }

    public void Bulb(double x, double y) => Add(string.Create(
        CultureInfo.InvariantCulture,
        $"""<path d="M{x - 2.5} {y + 5}h5m-4.5 2.5h4M{x - 2} {y + 2.5}c0-2-2.5-2.5-2.5-5a4.5 4.5 0 0 1 9 0c0 2.5-2.5 3-2.5 5z" fill="none" stroke="#e2b340" stroke-width="1.4" />"""));
}
