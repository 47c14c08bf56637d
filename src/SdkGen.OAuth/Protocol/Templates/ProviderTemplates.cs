namespace SdkGen.OAuth.Protocol;

/// <summary>The templates of a declaration, filled as far as the options of the application go.</summary>
internal sealed class ProviderTemplates
{
    private readonly List<(string Name, UrlTemplate Template)> _urls = [];
    private readonly List<OAuthTemplate> _texts = [];

    /// <summary>The names of messages' values that some template needs: those that are kept with requests and tokens.</summary>
    private readonly HashSet<string> _keptNames;

    public ProviderTemplates(OAuthDeclaration declaration, OAuthClientOptions options)
    {
        var provider = declaration.Provider;
        AddUrl("Issuer", provider.Issuer);
        AddUrl("MetadataAddress", provider.MetadataAddress);
        AddUrl("AuthorizationEndpoint", provider.AuthorizationEndpoint);
        AddUrl("PushedAuthorizationRequestEndpoint", provider.PushedAuthorizationRequestEndpoint);
        AddUrl("TokenEndpoint", provider.TokenEndpoint);
        AddUrl("DeviceAuthorizationEndpoint", provider.DeviceAuthorizationEndpoint);
        AddUrl("RevocationEndpoint", provider.RevocationEndpoint);
        AddUrl("IntrospectionEndpoint", provider.IntrospectionEndpoint);
        AddUrl("UserInfoEndpoint", provider.UserInfoEndpoint);
        AddUrl("EndSessionEndpoint", provider.EndSessionEndpoint);
        AddUrl("BackchannelAuthenticationEndpoint", provider.BackchannelAuthenticationEndpoint);
        AddUrl("RegistrationEndpoint", provider.RegistrationEndpoint);
        AddUrl("JsonWebKeySetUri", provider.JsonWebKeySetUri);
        AddText(provider.ClientId);
        AddText(declaration.ClientAssertion.Issuer);
        AddText(declaration.ClientAssertion.Audience);
        foreach (var issuer in provider.IdTokenIssuers)
        {
            AddText(issuer);
        }

        AddQuirks(declaration);
        foreach (var method in declaration.Methods)
        {
            AddQuirks(method);
        }

        var variables = new Dictionary<string, TemplateVariable>(StringComparer.Ordinal);
        foreach (var variable in declaration.Variables)
        {
            variables[variable.Name] = new(variable);
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in Names.Where(name => !name.Contains('.', StringComparison.Ordinal)))
        {
            if (options.Variable(name) is { Length: > 0 } value)
            {
                values[name] = value;
            }
        }

        Values = new(variables, values);
        ClientId = !string.IsNullOrWhiteSpace(options.ClientId) || provider.ClientId is null
            ? options.ClientId ?? ""
            : new OAuthTemplate(provider.ClientId).Expand(Values, encode: true) ?? "";
        values["client.id"] = ClientId;
        RequestVariables = [.. variables.Values.Where(variable => variable.From == "request").Select(variable => variable.Name)];
        _keptNames = [.. Names.Concat(variables.Values.Select(Source).OfType<string>()).Where(IsOfMessage)];
    }

    /// <summary>The client id, composed if the declaration says so.</summary>
    public string ClientId { get; }

    /// <summary>What fills the templates.</summary>
    public TemplateValues Values { get; }

    private IEnumerable<string> Names => _urls.SelectMany(url => url.Template.Names).Concat(_texts.SelectMany(text => text.Names));

    /// <summary>The variables that each login states for itself: they travel with the request, not in it.</summary>
    public string[] RequestVariables { get; }

    /// <summary>The variables that are options of the application.</summary>
    /// <param name="ignoreUrls">Whether those that only URLs need do not matter: other URLs are used.</param>
    public IEnumerable<(string Name, bool IsOptional)> OptionNames(bool ignoreUrls)
    {
        var inUrls = ignoreUrls ? [] : _urls.SelectMany(url => url.Template.Names).Select(name => (name, false));
        return inUrls
            .Concat(_texts.SelectMany(text => text.Holes))
            .Where(hole => !hole.Item1.Contains('.', StringComparison.Ordinal) && Values.Variable(hole.Item1)?.From is null)
            .GroupBy(hole => hole.Item1)
            .Select(group => (group.Key, group.All(hole => hole.Item2)));
    }

    /// <summary>What is wrong with the URLs that the options complete.</summary>
    public IEnumerable<string> UrlProblems()
    {
        foreach (var (name, template) in _urls)
        {
            if (template.NeedsMessages || template.Names.Any(hole => Values.Variable(hole)?.From is not null))
            {
                continue;
            }

            string? problem = null;
            try
            {
                template.Expand(Values);
            }
            catch (TemplateException exception)
            {
                problem = $"{name}: {exception.Message}";
            }

            if (problem is not null)
            {
                yield return problem;
            }
        }
    }

    /// <summary>Whether any template needs a value of an earlier message.</summary>
    public bool KeepsValues => _keptNames.Count > 0;

    /// <summary>Keeps the values of one message that later templates need.</summary>
    /// <param name="values">Takes them.</param>
    /// <param name="source">The message, as names of its values begin: "token.".</param>
    /// <param name="find">The message's value of a name.</param>
    public void Keep(Dictionary<string, string> values, string source, Func<string, string?> find)
    {
        foreach (var name in _keptNames)
        {
            if (name.StartsWith(source, StringComparison.Ordinal) && find(name[source.Length..]) is { Length: > 0 } value)
            {
                values[name] = value;
            }
        }
    }

    private static string? Source(TemplateVariable variable) => variable.From == "request" ? "request." + variable.Name : variable.From;

    private static bool IsOfMessage(string name) => name.Contains('.', StringComparison.Ordinal) && name != "client.id";

    private void AddUrl(string name, string? template)
    {
        if (template is not null)
        {
            _urls.Add((name, new(template)));
        }
    }

    private void AddText(string? template)
    {
        if (template is not null)
        {
            _texts.Add(new(template));
        }
    }

    private void AddQuirks(OAuthQuirks quirks)
    {
        foreach (var parameter in quirks.Parameters)
        {
            AddText(parameter.Value);
        }

        foreach (var request in quirks.Requests)
        {
            AddUrl("Endpoint", request.Endpoint);
            AddUrl("MutualTlsEndpoint", request.MutualTlsEndpoint);
        }
    }
}
