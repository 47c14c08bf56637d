using System.Collections.Immutable;

namespace SdkGen.OAuth.Analyzers.Code;

/// <content>The names of calls and members that decide what is followed.</content>
internal sealed partial class SecretReader
{
    private static readonly ImmutableHashSet<string> SignIn = ImmutableHashSet.Create(
        StringComparer.Ordinal, "auth", "authentication", "authorization", "oauth", "oidc", "login", "signin", "jwt", "bearer", "credential", "credentials");

    /// <summary>Members that are all of their owner.</summary>
    private static readonly ImmutableHashSet<string> Wholes = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Value", "Raw", "RawData", "RawContent", "RawResponse", "Json", "Text", "Content", "Body", "ResponseBody", "Data", "Doc", "Result", "EncodedToken", "Response", "Root", "RootElement");

    private static readonly ImmutableHashSet<string> Reads = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "GetTokenAsync", "GetToken", "GetTokenValue", "GetValue", "GetString", "Get", "Value", "GetProperty", "SelectToken", "GetValueOrDefault", "GetStringOrDefault",
        "FindFirst", "FindFirstValue", "GetEnvironmentVariable", "TryGet", "GetSection", "GetClaim", "GetClaimValue", "GetOrDefault", "GetStringValue");

    private static readonly ImmutableHashSet<string> Serializes = ImmutableHashSet.Create(
        StringComparer.Ordinal, "Serialize", "SerializeObject", "ToJson", "ToJsonString", "Dump", "ToPrettyString", "JsonEncode", "SerializeToString");

    /// <summary>Calls whose result is what they were given or made on, if in another form.</summary>
    private static readonly ImmutableHashSet<string> Keeps = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "ToString", "Trim", "TrimEnd", "TrimStart", "GetString", "GetRawText", "Value", "First", "FirstOrDefault", "Single", "SingleOrDefault", "Last", "LastOrDefault",
        "ConfigureAwait", "GetAwaiter", "GetResult", "UrlEncode", "UrlDecode", "EscapeDataString", "UnescapeDataString", "HtmlEncode", "GetBytes", "ToBase64String", "WriteToken",
        "FromResult", "ToLower", "ToUpper", "ToLowerInvariant", "ToUpperInvariant", "Encode", "AsString", "ToArray", "Raw");

    private static readonly ImmutableHashSet<string> Lists = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "names", "name", "constants", "constant", "consts", "types", "type", "keys", "key", "kind", "kinds", "step", "steps", "parameters", "params", "fields", "field",
        "scopes", "hints", "hint", "grant", "grants", "defaults", "strings", "resources", "messages", "errors", "events", "claims", "status", "state", "states", "category",
        "categories", "usage", "usages", "destinations", "mode", "properties", "permissions", "columns", "cookies", "headers", "schemes", "enum", "flags");
}
