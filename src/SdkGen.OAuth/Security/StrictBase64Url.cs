using System.Buffers.Text;

namespace SdkGen.OAuth.Security;

/// <summary>base64url without padding and without blanks (RFC 7515 section 2); the framework's decoder takes both.</summary>
internal static class StrictBase64Url
{
    private static readonly System.Buffers.SearchValues<char> Alphabet =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    public static bool TryDecode(ReadOnlySpan<char> text, out byte[] bytes)
    {
        bytes = [];
        if (text.ContainsAnyExcept(Alphabet))
        {
            return false;
        }

        try
        {
            bytes = Base64Url.DecodeFromChars(text);
            return true;
        }
        catch (FormatException)
        {
            // A last character that is alone, or has bits that belong to no byte.
            return false;
        }
    }
}
