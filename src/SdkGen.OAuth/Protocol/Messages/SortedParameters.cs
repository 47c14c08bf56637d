using System.Security.Cryptography;
using System.Text;

namespace SdkGen.OAuth.Protocol;

/// <summary>The text that providers sign who sign parameters: <c>name=value</c>, not encoded, ordered by name and joined by <c>&amp;</c>.</summary>
internal static class SortedParameters
{
    public static byte[] Write(MessageFields fields)
    {
        var parts = new List<KeyValuePair<string, string>>();
        foreach (var field in fields)
        {
            if (field.Value.Length > 0)
            {
                parts.Add(field);
            }
        }

        return Encoding.UTF8.GetBytes(string.Join('&', parts.OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => $"{part.Key}={part.Value}")));
    }

    /// <summary>The HMAC-SHA256 of the text by the client secret.</summary>
    public static byte[] Authenticate(ProviderContext provider, MessageFields fields) => provider.Options.ClientSecret is { } secret
        ? HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Write(fields))
        : throw provider.Errors.Make(OAuthFailure.InvalidConfiguration, "ClientSecret is missing: this provider proves parameters with it");
}
