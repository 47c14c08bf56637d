using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Declaration;

/// <summary>What a kept document says of a provider: constants of its client, so that nothing is asked for at start-up.</summary>
/// <param name="FileName">The name of the file.</param>
/// <param name="Entries">The members; URLs are templates where the declared issuer is one.</param>
internal sealed record KeptMetadata(string FileName, EquatableArray<DiscoveryEntry> Entries)
{
    /// <summary>
    /// Reads a provider's document. There is nothing to be had of one of another issuer, or of one from which it is not certain how the URLs
    /// of other tenants look: such a provider is asked at run time.
    /// </summary>
    public static KeptMetadata? Of(ProviderModel provider, DiscoveryDocument document)
    {
        var declared = provider.Provider.Argument(0)!;
        var template = IssuerTemplate.Match(declared, document.Issuer);
        if (template is null && (TemplateSyntax.Parse(declared).Exists(part => part.IsHole) || !IsOneOfIdTokens(provider, document.Issuer)))
        {
            return null;
        }

        template ??= IssuerTemplate.Match(declared, declared)!;
        var entries = new List<DiscoveryEntry>();
        foreach (var entry in document.Entries)
        {
            if (entry.Name == "issuer")
            {
                entries.Add(entry with { Text = document.Issuer == declared || template.IsOpen ? template.Text : document.Issuer });
            }
            else if (DiscoveryMember.Of(entry.Name).Kind != DiscoveryKind.Url)
            {
                entries.Add(entry);
            }
            else if (template.Apply(entry.Text) is { } url)
            {
                entries.Add(entry with { Text = url });
            }
            else
            {
                return null;
            }
        }

        return new(document.FileName, new(entries));
    }

    /// <summary>Whether a provider of many tenants states this issuer for all of them, as in <c>https://login.example.com/{tenantid}/v2.0</c>.</summary>
    public static bool IsOneOfIdTokens(ProviderModel provider, string issuer) =>
        (provider.Provider.Property("IdTokenIssuers")?.Items ?? default).Any(template => IssuerTemplate.Match(template, issuer) is not null);
}
