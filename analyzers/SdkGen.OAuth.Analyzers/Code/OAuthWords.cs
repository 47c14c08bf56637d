using System.Buffers;
using Microsoft.CodeAnalysis.Text;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>Tells from the characters of a file alone whether there is anything in it to look at: most files cost no more than that.</summary>
internal static class OAuthWords
{
    /// <summary>In lower case. A file without one of them has no OAuth in it.</summary>
    private static readonly string[] Words =
    [
        "oauth", "openid", "oidc", "bearer", "pkce", "jwt",

        // Not the word alone: every controller names the namespace Microsoft.AspNetCore.Authorization.
        "\"authorization", "headers.authorization", "authorization:", "authorization_", "authorizationcode", "authorizationre", "authorizationu", "authorizatione",
        "authenticationheadervalue",
        "client_secret", "clientsecret", "app_secret", "appsecret", "consumersecret",
        "access_token", "accesstoken", "refresh_token", "refreshtoken", "id_token", "idtoken",
        "code_verifier", "codeverifier", "code_challenge", "codechallenge",
        "grant_type", "granttype", "response_type", "responsetype", "redirect_uri", "redirecturi", "client_id", "clientid",
        "tokenvalidationparameters", "requirehttps",
    ];

    /// <summary>What is not OAuth itself, but the connection that it uses.</summary>
    private static readonly string[] Transport = ["validationcallback", "dangerousacceptany"];

    private static readonly string[] Both = [.. Words, .. Transport];

    private static readonly int Longest = Both.Max(word => word.Length);

    private const int Window = 8 * 1024;

    /// <summary>Whether the rules look at a file.</summary>
    public static bool AreIn(SourceText text) => AreIn(text, Both);

    /// <summary>Whether a file speaks of OAuth.</summary>
    public static bool AreNamedIn(SourceText text) => AreIn(text, Words);

    private static bool AreIn(SourceText text, string[] words)
    {
        var buffer = ArrayPool<char>.Shared.Rent(Window);
        try
        {
            // The windows overlap, so that no word is cut in two.
            for (var start = 0; start < text.Length; start += Window - Longest)
            {
                var length = Math.Min(Window, text.Length - start);
                text.CopyTo(start, buffer, 0, length);
                if (AreIn(buffer.AsSpan(0, length), words))
                {
                    return true;
                }
            }

            return false;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private static bool AreIn(Span<char> window, string[] words)
    {
        foreach (ref var character in window)
        {
            if (character is >= 'A' and <= 'Z')
            {
                character = (char)(character | 0x20);
            }
        }

        foreach (var word in words)
        {
            if (window.IndexOf(word.AsSpan()) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
