using System.Collections.Immutable;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>Methods whose result is what they were given, in another form: encoded, cut, joined or hashed.</summary>
internal static class Passing
{
    private static readonly ImmutableHashSet<string> Methods = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "ToString", "Replace", "Trim", "TrimEnd", "TrimStart", "Substring", "Remove", "Insert", "PadLeft", "PadRight", "ToLower", "ToUpper",
        "ToLowerInvariant", "ToUpperInvariant", "Normalize", "Format", "Concat", "Join", "Copy", "ToArray", "ToCharArray", "AsSpan", "AsMemory", "Select",
        "Take", "Skip", "Repeat", "Reverse", "Aggregate", "Append", "AppendFormat",
        "GetBytes", "GetString", "ToBase64String", "FromBase64String", "ToHexString", "ToHexStringLower", "EncodeToString", "Encode", "Decode", "UrlEncode",
        "UrlDecode", "HtmlEncode", "EscapeDataString", "EscapeUriString", "UnescapeDataString", "UrlEncodeToString", "Base64UrlEncode", "ToBase64Url",
        "ToBase64UrlString", "ComputeHash", "HashData", "ConfigureAwait", "GetAwaiter", "GetResult", "FromResult", "AddQueryString");

    public static bool Is(string? method) => method is not null && Methods.Contains(method);
}
