using SdkGen.OAuth.Declaration;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Generator;

/// <summary>A variable of the provider's templates that the application states as an option.</summary>
internal sealed class OptionVariable
{
    private OptionVariable(string name, string template, bool isOptional, AttributeModel? declared)
    {
        Name = name;
        Template = template;
        Property = VariableNames.Property(name);
        Default = declared?.Text("Default");
        Pattern = declared?.Text("Pattern");
        Values = ReadValues(declared);
        IsRequired = !isOptional && Default is null;
    }

    /// <summary>The name between the braces.</summary>
    public string Name { get; }

    /// <summary>A template that it stands in.</summary>
    public string Template { get; }

    public string Property { get; }

    public string? Default { get; }

    public string? Pattern { get; }

    public bool IsRequired { get; }

    /// <summary>The listed values: a C# name, and the text it stands for.</summary>
    public List<(string Member, string Name)> Values { get; }

    /// <summary>The name of the nested enum, if values are listed.</summary>
    public string Enum => Property + "Value";

    /// <summary>The variables of a provider, in the order in which its templates name them.</summary>
    public static List<OptionVariable> Of(ProviderModel provider)
    {
        var variables = new List<OptionVariable>();
        foreach (var (template, part) in Holes(provider))
        {
            var declared = Declared(provider, part.Value);
            if (part.IsOption
                && declared?.Property("From") is null
                && !variables.Exists(variable => variable.Property == VariableNames.Property(part.Value)))
            {
                variables.Add(new(part.Value, template, part.IsOptional, declared));
            }
        }

        // A name that the class, or one of its enums, has already: the analyzer says so.
        variables.RemoveAll(variable => variable.Property == provider.Name + "Options"
            || variables.Exists(other => other.Values.Count > 0 && other.Enum == variable.Property));
        return variables;
    }

    private static AttributeModel? Declared(ProviderModel provider, string name) =>
        provider.Quirks.LastOrDefault(quirk => quirk.Name == "OAuthVariable" && quirk.Argument(0) == name);

    private static IEnumerable<(string Template, TemplatePart Part)> Holes(ProviderModel provider) =>
        from template in Templates(provider)
        where template.Text is not null
        from part in TemplateSyntax.Parse(template.Text!)
        where part.IsHole
        select (template.Shown ?? template.Text!, part);

    /// <summary>Every text of the declaration that is a template, and how the documentation shows it if not as it is.</summary>
    private static IEnumerable<(string? Text, string? Shown)> Templates(ProviderModel provider)
    {
        yield return (provider.Provider.Argument(0), null);
        foreach (var property in provider.Provider.Properties)
        {
            if (property.Name is "ClientId" or "MetadataAddress" or "JsonWebKeySetUri" || property.Name.EndsWith("Endpoint", StringComparison.Ordinal))
            {
                yield return (property.Value.Text, null);
            }
            else if (property.Name == "IdTokenIssuers")
            {
                foreach (var issuer in property.Value.Items)
                {
                    yield return (issuer, null);
                }
            }
        }

        foreach (var quirk in provider.Quirks.Concat(provider.OwnMethods.SelectMany(method => method.Attributes)))
        {
            switch (quirk.Name)
            {
                case "OAuthParameter":
                    yield return (quirk.Argument(1), $"{quirk.Argument(0)}={quirk.Argument(1)}");
                    break;

                case "OAuthRequest":
                    yield return (quirk.Text("Endpoint"), null);
                    yield return (quirk.Text("MutualTlsEndpoint"), null);
                    break;

                case "OAuthClientAssertion":
                    yield return (quirk.Text("Issuer"), $"iss={quirk.Text("Issuer")}");
                    yield return (quirk.Text("Audience"), $"aud={quirk.Text("Audience")}");
                    break;
            }
        }
    }

    /// <summary><c>eu=zoho.eu</c>: the option is called <c>Eu</c>, and stands for <c>eu</c>. A name that is there already is not listed again.</summary>
    private static List<(string Member, string Name)> ReadValues(AttributeModel? declared)
    {
        var values = new List<(string Member, string Name)>();
        foreach (var value in declared?.Property("Values")?.Items ?? default)
        {
            var mark = value.IndexOf('=');
            var name = mark < 0 ? value : value.Substring(0, mark);
            var member = EnumMembers.Of(name);
            if (!values.Exists(listed => listed.Member == member))
            {
                values.Add((member, name));
            }
        }

        return values;
    }
}
