using System.Text;

namespace SdkGen.OAuth.Fuzzing;

/// <summary>Damages bytes at random, the same way for the same seed: bits, pieces, and what parsers stumble over.</summary>
public sealed class Mutations(long seed)
{
    private static readonly byte[][] Pieces = [.. new[]
    {
        "null", "true", "-1", "0", "1e400", "1e-400", "-0.0", "9223372036854775808", "253402300800", "1E+308", "\"\"", "\"\\ud800\"", "\\udc00\\ud800",
        "\\u0000", "\\", "\"", "{", "}", "[", "]", ",", ":", "[[[[", "{\"a\":", "\uFEFF", "\u2028", "\u202E", "\0", "\r\n", "%", "%ff", "%00", "%2", "&", "=", "+", "#", "?", ".", "..",
        "&state=x", "&code=x", "&error=x", "&iss=", "\"iss\":1,", "\"aud\":[],", "\"exp\":1e400,", "\"auth_time\":253402300799,", "\"error\":{},",
        "\"error\":\"\\udfff\",", "\"expires_in\":\"1e999\",", "\"scope\":[\"\\ud800\"],", "\"kty\":\"EC\",", "\"kid\":7,", "\"x\":\"AAAA\",", "\"e\":\"AA\",",
        "\"interval\":1e300,", "\"\\ud800\":1,", "http://", "https://[", "javascript:", "//", "ж", "😀",
    }.Select(Encoding.UTF8.GetBytes), [0xFF], [0xC3], [0xED, 0xA0, 0x80], new string('[', 200).Select(c => (byte)c).ToArray(), new byte[5000]];

#pragma warning disable CA5394 // The same seed has to give the same damage.
    private readonly Random _random = new(HashCode(seed));

    /// <summary>A number from zero to one less than a bound.</summary>
    public int Below(int bound) => _random.Next(bound);

    /// <summary>A text, damaged in one to three places.</summary>
    public byte[] Damage(string text) => Damage(Encoding.UTF8.GetBytes(text));

    /// <summary>Bytes, damaged in one to three places.</summary>
    public byte[] Damage(byte[] original)
    {
        var bytes = original.ToList();
        for (var times = _random.Next(1, 4); times > 0; times--)
        {
            var at = _random.Next(bytes.Count + 1);
            switch (_random.Next(6))
            {
                case 0 when at < bytes.Count:
                    bytes[at] ^= (byte)(1 << _random.Next(8));
                    break;

                case 1:
                    bytes.RemoveRange(at, Math.Min(_random.Next(1, 20), bytes.Count - at));
                    break;

                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(_random.Next(1, 60), bytes.Count - at)));
                    break;

                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;

                default:
                    var piece = Pieces[_random.Next(Pieces.Length)];
                    at = Snap(bytes, at);
                    bytes.InsertRange(at, piece);
                    if (_random.Next(2) == 0)
                    {
                        // In place of what was there, up to the next comma, so that documents often stay well formed.
                        var end = bytes.FindIndex(at + piece.Length, b => b is (byte)',' or (byte)'}' or (byte)'&');
                        bytes.RemoveRange(at + piece.Length, Math.Max(0, end - at - piece.Length));
                    }

                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Most often behind the next colon, brace or equals sign: where a value or a member begins.</summary>
    private int Snap(List<byte> bytes, int at)
    {
        var next = bytes.FindIndex(at, b => b is (byte)':' or (byte)'{' or (byte)'=');
        return next < 0 || _random.Next(4) == 0 ? at : next + 1;
    }
#pragma warning restore CA5394

    /// <summary>Neighbouring seeds must not begin alike (SplitMix64).</summary>
    private static int HashCode(long seed)
    {
        var mixed = unchecked((ulong)seed * 0x9E3779B97F4A7C15);
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9);
        return (int)(mixed >> 33);
    }
}
