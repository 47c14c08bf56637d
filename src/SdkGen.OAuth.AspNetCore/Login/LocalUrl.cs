using System.Text;
using Microsoft.AspNetCore.Http;

namespace SdkGen.OAuth.AspNetCore.Login;

/// <summary>Where a user may be sent after a sign-in: to this site only, else the application is an open redirector (RFC 9700 section 4.11).</summary>
internal static class LocalUrl
{
    /// <summary>A longer one would not fit into the cookie that it waits in.</summary>
    private const int MaxLength = 1024;

    /// <summary>The URL if it is a path of this site, else the root of the application; as a header can carry it.</summary>
    public static string OrRoot(string? url, PathString pathBase) => IsLocal(url) ? Encode(url!) : pathBase.ToUriComponent() + "/";

    public static bool IsLocal(string? url) =>
        url is ['/', ..] && url.Length <= MaxLength

        // "//host" and "/\host" name another host. Browsers drop tabs and line breaks before they look, so no control character may be there.
        && url is not ['/', '/' or '\\', ..]
        && !url.Any(char.IsControl);

    /// <summary>Letters of other alphabets as the bytes that they are; the rest stays as it is, for a URL that is tidied up may lead elsewhere.</summary>
    private static string Encode(string url)
    {
        if (Ascii.IsValid(url))
        {
            return url;
        }

        var encoded = new StringBuilder(url.Length * 2);
        foreach (var rune in url.EnumerateRunes())
        {
            encoded.Append(rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString()));
        }

        return encoded.ToString();
    }
}
