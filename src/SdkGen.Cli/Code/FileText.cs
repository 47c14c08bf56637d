using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SdkGen.Cli.Code;

/// <summary>A file beside the code. One that cannot be read is as if it were not there.</summary>
internal sealed class FileText(string path) : AdditionalText
{
    private readonly Lazy<SourceText?> _text = new(() => TryRead(path, out _));

    /// <inheritdoc />
    public override string Path { get; } = path;

    /// <inheritdoc />
    public override SourceText? GetText(CancellationToken cancellationToken = default) => _text.Value;

    /// <summary>How large a file may be, in bytes. Nobody writes a larger one by hand.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>How deeply brackets may be nested. A compiler goes down into each, and a stack ends.</summary>
    private const int MaxDepth = 2_000;

    /// <summary>Reads a file, in whatever encoding: what is no UTF-8 is read with holes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="why">Why it cannot be read.</param>
    public static SourceText? TryRead(string path, out string? why)
    {
        try
        {
            using var stream = new FileStream(path, new FileStreamOptions { Share = FileShare.ReadWrite | FileShare.Delete });
            if (stream.Length > MaxBytes)
            {
                why = "is larger than 4 MiB";
                return null;
            }

            var text = SourceText.From(stream, throwIfBinaryDetected: true);
            why = IsTooDeep(text.ToString()) ? "is nested too deeply" : null;
            return why is null ? text : null;
        }
        catch (InvalidDataException)
        {
            why = "is no text";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            why = $"cannot be read: {exception.Message.TrimEnd('.')}";
        }

        return null;
    }

    /// <summary>Counts brackets, in texts and comments too: nobody has so many there that are never closed.</summary>
    private static bool IsTooDeep(string text)
    {
        var (brackets, angles) = (0, 0);
        foreach (var character in text)
        {
            switch (character)
            {
                case '(' or '[' or '{':
                    brackets++;
                    break;
                case ')' or ']' or '}':
                    (brackets, angles) = (Math.Max(0, brackets - 1), 0);
                    break;
                case '<':
                    angles++;
                    break;
                case ';':
                    angles = 0;
                    break;
            }

            if (brackets > MaxDepth || angles > MaxDepth)
            {
                return true;
            }
        }

        return false;
    }
}
