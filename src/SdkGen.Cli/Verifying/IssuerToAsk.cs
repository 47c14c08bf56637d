using SdkGen.OAuth.Declaration;
using SdkGen.OAuth.Protocol;

namespace SdkGen.Cli.Verifying;

/// <summary>Whom to ask about an interface, or why nobody can be asked.</summary>
/// <param name="Issuer">The issuer; nothing if nobody can be asked.</param>
/// <param name="Address">Where its metadata are, if not at a well-known place.</param>
/// <param name="Why">Why nobody can be asked.</param>
internal sealed record IssuerToAsk(string? Issuer, string? Address, string? Why)
{
    /// <summary>Reads a declaration. A variable has the value that was typed, else that of the kept document's tenant, else its default.</summary>
    /// <param name="declared">The interface.</param>
    /// <param name="variables">What was typed.</param>
    public static IssuerToAsk Of(DeclaredInterface declared, IReadOnlyDictionary<string, string> variables)
    {
        if (declared.Model.Provider.Argument(0) is not { Length: > 0 } issuer)
        {
            return new(null, null, "it declares endpoints and no issuer, whose metadata one could read");
        }

        var values = new Dictionary<string, string>(Defaults(declared.Model));
        foreach (var (name, value) in OfKeptTenant(issuer, declared.Kept?.Issuer).Concat(variables))
        {
            values[name] = value;
        }

        var missing = new List<string>();
        var filled = Fill(issuer, values, missing);
        var address = declared.Model.Provider.Text("MetadataAddress") is { } template ? Fill(template, values, missing) : null;
        return missing.Count == 0
            ? new(filled, address, null)
            : new(null, null, $"its issuer leaves {string.Join(" and ", missing.Distinct().Select(name => $"'{{{name}}}'"))} open: state --var {missing[0]}=VALUE");
    }

    private static IEnumerable<KeyValuePair<string, string>> OfKeptTenant(string declared, string? kept) =>
        kept is not null && !kept.Contains('{', StringComparison.Ordinal) && IssuerTemplate.Match(declared, kept) is { } template ? template.Values : [];

    private static IEnumerable<KeyValuePair<string, string>> Defaults(ProviderModel model)
    {
        foreach (var variable in model.Quirks.Where(quirk => quirk.Name == "OAuthVariable"))
        {
            if (variable.Argument(0) is { } name && variable.Text("Default") is { } value)
            {
                var listed = (variable.Property("Values")?.Items ?? default).FirstOrDefault(item => item.StartsWith(value + "=", StringComparison.Ordinal));
                yield return new(name, listed is null ? value : listed[(value.Length + 1)..]);
            }
        }
    }

    private static string Fill(string template, Dictionary<string, string> values, List<string> missing)
    {
        var parts = TemplateSyntax.Parse(template);
        return string.Concat(parts.Select((part, i) =>
        {
            if (!part.IsHole)
            {
                return part.Value;
            }

            if (!values.TryGetValue(part.Value, out var value))
            {
                missing.Add(part.Value);
                return "";
            }

            var slashFollows = i + 1 < parts.Count && !parts[i + 1].IsHole && parts[i + 1].Value.StartsWith('/');
            return i == 0 ? (slashFollows ? value.TrimEnd('/') : value) : Uri.EscapeDataString(value).Replace("%3A", ":", StringComparison.Ordinal);
        }));
    }
}
