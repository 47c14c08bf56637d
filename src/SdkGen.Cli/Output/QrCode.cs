using QRCoder;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SdkGen.Cli.Output;

/// <summary>A QR code of half blocks, dark on light whatever the colours of the terminal are: a camera wants it so.</summary>
internal sealed class QrCode : IRenderable
{
    private const int QuietZone = 2;
    private static readonly Style Ink = new(Color.Black, Color.White);

    private readonly List<string> _lines = [];

    public QrCode(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.L);
        var size = code.ModuleMatrix.Count;

        // The matrix has a quiet zone of its own, wider than a terminal has room for.
        const int Trimmed = 4 - QuietZone;
        for (var row = Trimmed; row < size - Trimmed; row += 2)
        {
            var line = row;
            _lines.Add(string.Concat(Enumerable.Range(Trimmed, size - (2 * Trimmed)).Select(column => (IsDark(line, column), IsDark(line + 1, column)) switch
            {
                (true, true) => '█',
                (true, false) => '▀',
                (false, true) => '▄',
                _ => ' ',
            })));
        }

        bool IsDark(int row, int column) => row < size && code.ModuleMatrix[row][column];
    }

    /// <summary>How many columns it takes.</summary>
    public int Width => _lines[0].Length;

    /// <inheritdoc />
    public Measurement Measure(RenderOptions options, int maxWidth) => new(Width, Width);

    /// <inheritdoc />
    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) =>
        _lines.SelectMany(line => new[] { new Segment(line, Ink), Segment.LineBreak });
}
