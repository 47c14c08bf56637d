namespace SdkGen.OAuth.Declaration;

/// <summary>
/// A metadata document that is kept in the project, <c>ory.openid-configuration.json</c>: what the library reads of it, without places, so
/// that a change of blanks or of what nobody reads changes nothing.
/// </summary>
/// <param name="FileName">The name of the file.</param>
/// <param name="Issuer">The issuer that it states.</param>
/// <param name="Entries">The members that the library reads, in the library's order.</param>
internal sealed record DiscoveryDocument(string FileName, string Issuer, EquatableArray<DiscoveryEntry> Entries)
{
    private const string Suffix = ".openid-configuration.json";

    /// <summary>Nobody publishes a larger one.</summary>
    public const int MaxLength = 1024 * 1024;

    /// <summary>Whether a file is such a document, by its name.</summary>
    public static bool IsOne(string path) => path.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase);

    public static string FileNameOf(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);

    /// <summary>Reads a document; nothing if it is none, which the analyzer says.</summary>
    public static DiscoveryDocument? Read(string path, string? text) =>
        text is { Length: > 0 and <= MaxLength } && JsonText.TryRead(text, out var value, out _) ? Of(path, value) : null;

    public static DiscoveryDocument? Of(string path, JsonValue value)
    {
        if (value["issuer"] is not { Kind: JsonKind.Text, Text: { Length: > 0 } issuer })
        {
            return null;
        }

        var entries = new List<DiscoveryEntry>();
        foreach (var member in DiscoveryMember.All)
        {
            if (DiscoveryEntry.Of(member, member.In(value)) is { } entry)
            {
                entries.Add(entry);
            }
        }

        return new(FileNameOf(path), issuer, new(entries));
    }

    /// <summary>Whether the document is named after a provider: <c>IMyOry</c> has <c>my-ory</c>, <c>my_ory</c> or <c>MyOry</c>.</summary>
    public static bool IsNamedAfter(string fileName, string provider)
    {
        var name = fileName.Substring(0, fileName.Length - Suffix.Length).Replace("-", "").Replace("_", "");
        return name.Equals(provider.Replace("_", ""), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The document of a provider: the one that is named after it, else the one of its issuer.</summary>
    public static T? Find<T>(IEnumerable<T> documents, Func<T, (string FileName, string? Issuer)> read, ProviderModel provider)
        where T : class
    {
        if (provider.Provider.Argument(0) is not { } issuer)
        {
            return null;
        }

        T? byIssuer = null;
        foreach (var document in documents)
        {
            var (fileName, stated) = read(document);
            if (IsNamedAfter(fileName, provider.Name))
            {
                return document;
            }

            byIssuer ??= stated == issuer ? document : null;
        }

        return byIssuer;
    }
}

/// <summary>A member of a document.</summary>
/// <param name="Name">Its registered name.</param>
/// <param name="Text">A URL; <c>true</c> or <c>false</c>.</param>
/// <param name="Items">The texts of a list.</param>
internal readonly record struct DiscoveryEntry(string Name, string Text, EquatableArray<string> Items)
{
    public static DiscoveryEntry? Of(DiscoveryMember member, JsonValue? value) => (member.Kind, value?.Kind) switch
    {
        (DiscoveryKind.Issuer or DiscoveryKind.Url, JsonKind.Text) when value!.Text.Length > 0 => new(member.Name, value.Text, default),
        (DiscoveryKind.Truth, JsonKind.Truth) => new(member.Name, value!.Text, default),
        (DiscoveryKind.Texts, JsonKind.Array) =>
            new(member.Name, "", new(value!.Items.Where(item => item.Kind == JsonKind.Text).Select(item => item.Text))),
        _ => null,
    };
}
