using System.Text.RegularExpressions;
using SdkGen.OAuth.Declaration;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Analyzers.Declarations;

/// <summary>Whether the holes of templates can be filled, and by whom.</summary>
internal static class VariableCheck
{
    /// <summary>In place of messages: a template that is needed before the first one.</summary>
    private const int Always = -1;

    private const int IgnoredIdToken = 2;

    private static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(100);

    /// <summary>Which messages have been sent, or answered, when a source is at hand.</summary>
    private static readonly (string Source, int Messages)[] Sources =
    [
        ("client", ~0),
        ("request", ~0),
        ("callback", MessageNames.Code | MessageNames.Refresh | MessageNames.UserInfo | MessageNames.Revocation),
        ("token", MessageNames.Refresh | MessageNames.UserInfo | MessageNames.Revocation),
        ("device", MessageNames.DeviceCode | MessageNames.Refresh | MessageNames.UserInfo),
        ("id_token", MessageNames.Refresh | MessageNames.UserInfo | MessageNames.Revocation | MessageNames.EndSession),
    ];

    public static void Run(DeclaredProvider declared)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attribute in declared.Attributes)
        {
            foreach (var (template, location, messages, isUrl) in Templates(declared, attribute))
            {
                foreach (var part in (isUrl ? TemplateSyntax.ParseUrl(template) : TemplateSyntax.Parse(template)).Where(part => part.IsHole))
                {
                    used.Add(part.Value);
                    CheckSource(declared, part.Value, part.IsOptional, location, messages);
                    CheckFrom(declared, part, location, messages);
                    CheckHost(declared, part, location);
                }
            }
        }

        foreach (var issuer in declared.Model.Provider.Property("IdTokenIssuers")?.Items ?? default)
        {
            used.UnionWith(TemplateSyntax.Parse(issuer).Where(part => part.IsHole).Select(part => part.Value));
        }

        foreach (var variable in declared.Of("OAuthVariable"))
        {
            CheckVariable(declared, variable, used);
        }

        CheckNames(declared);
    }

    /// <summary>Whether each option can have a property of its own.</summary>
    private static void CheckNames(DeclaredProvider declared)
    {
        var variables = declared.Attributes
            .SelectMany(attribute => Templates(declared, attribute))
            .SelectMany(template => TemplateSyntax.Parse(template.Template)
                .Where(part => part is { IsHole: true, IsOption: true } && declared.Variable(part.Value)?.Text("From") is null)
                .Select(part => (Name: part.Value, template.Location)))
            .GroupBy(variable => variable.Name, (name, places) => (Name: name, places.First().Location))
            .ToList();
        var taken = new Dictionary<string, string>(StringComparer.Ordinal) { [declared.Model.Name + "Options"] = "the class of the options" };
        foreach (var (name, _) in variables.Where(variable => declared.Variable(variable.Name)?.Property("Values")?.Items.Count > 0))
        {
            taken[VariableNames.Property(name) + "Value"] = $"the enum of '{{{name}}}'";
        }

        foreach (var (name, location) in variables)
        {
            var property = VariableNames.Property(name);
            if (taken.TryGetValue(property, out var other))
            {
                declared.Report(DiagnosticDescriptors.InvalidVariable, location, name, $"is called {property} in C#, as is {other}: rename it");
            }
            else
            {
                taken.Add(property, $"'{{{name}}}'");
            }
        }
    }

    /// <summary>The templates of an attribute, with the messages that they are part of.</summary>
    private static IEnumerable<(string Template, Microsoft.CodeAnalysis.Location Location, int Messages, bool IsUrl)> Templates(
        DeclaredProvider declared, DeclaredAttribute attribute)
    {
        switch (attribute.Model.Name)
        {
            case "OAuthProvider":
                if (attribute.Model.Argument(0) is { } issuer)
                {
                    yield return (issuer, attribute.LocationOf(0), Always, true);
                }

                foreach (var property in attribute.Model.Properties)
                {
                    if (EndpointCheck.IsUrl(property.Name) && property.Value.Text is { } url)
                    {
                        yield return (url, attribute.LocationOf(property.Name), EndpointMessages(property.Name) is var ofEndpoint and not 0 ? ofEndpoint & declared.Messages : Always, true);
                    }
                    else if (property.Name == "ClientId" && property.Value.Text is { } clientId)
                    {
                        yield return (clientId, attribute.LocationOf("ClientId"), Always, false);
                    }
                }

                break;

            case "OAuthParameter" when attribute.Model.Argument(1) is { } value:
                yield return (value, attribute.LocationOf(1), attribute.Messages("On") & declared.Messages, false);
                break;

            case "OAuthClientAssertion":
                foreach (var property in attribute.Model.Properties)
                {
                    if (property.Name is "Issuer" or "Audience" && property.Value.Text is { } text)
                    {
                        yield return (text, attribute.LocationOf(property.Name), Always, false);
                    }
                }

                break;

            case "OAuthRequest":
                foreach (var property in attribute.Model.Properties)
                {
                    if (EndpointCheck.IsUrl(property.Name) && property.Value.Text is { } endpoint)
                    {
                        yield return (endpoint, attribute.LocationOf(property.Name), attribute.Messages("Messages") & declared.Messages, true);
                    }
                }

                break;
        }
    }

    private static int EndpointMessages(string property) => property switch
    {
        "AuthorizationEndpoint" => MessageNames.Authorization,
        "TokenEndpoint" => MessageNames.Token,
        "DeviceAuthorizationEndpoint" => MessageNames.DeviceAuthorization,
        "RevocationEndpoint" => MessageNames.Revocation,
        "IntrospectionEndpoint" => MessageNames.Introspection,
        "UserInfoEndpoint" => MessageNames.UserInfo,
        "EndSessionEndpoint" => MessageNames.EndSession,
        "BackchannelAuthenticationEndpoint" => MessageNames.BackchannelAuthentication,
        "RegistrationEndpoint" => MessageNames.Registration,
        _ => 0,
    };

    private static void CheckSource(
        DeclaredProvider declared, string hole, bool isOptional, Microsoft.CodeAnalysis.Location location, int messages)
    {
        var dot = hole.IndexOf('.');
        if (dot < 0)
        {
            return;
        }

        var source = Array.Find(Sources, known => known.Source == hole.Substring(0, dot));
        if (hole is "client.secret")
        {
            declared.Report(DiagnosticDescriptors.UnknownVariable, location, hole, "client authentication alone places the secret");
        }
        else if (source.Source is null)
        {
            declared.Report(DiagnosticDescriptors.UnknownVariable, location, hole, $"a value comes from {string.Join(", ", Sources.Select(known => known.Source))}, or has no dot and is an option");
        }
        else if (source.Source == "id_token" && declared.Model.Provider.Property("IdToken")?.Number == IgnoredIdToken)
        {
            declared.Report(DiagnosticDescriptors.UnknownVariable, location, hole, "the ID token is declared to be ignored");
        }
        else if (messages == Always && source.Source != "client")
        {
            declared.Report(DiagnosticDescriptors.UnknownVariable, location, hole, "it is needed before any message is sent: only options can stand here");
        }
        else if (messages != Always && (messages & ~source.Messages) is var early and not 0 && !(isOptional && (messages & source.Messages) != 0))
        {
            declared.Report(DiagnosticDescriptors.UnknownVariable, location, hole, $"it is not known yet when the {MessageNames.Of(early)} message is sent");
        }
    }

    /// <summary>A variable that messages fill has to be filled when it is needed, or have a default until then.</summary>
    private static void CheckFrom(DeclaredProvider declared, TemplatePart part, Microsoft.CodeAnalysis.Location location, int messages)
    {
        if (declared.Variable(part.Value) is { } variable
            && variable.Text("From") is { } from
            && from != "request"
            && variable.Text("Default") is null)
        {
            CheckSource(declared, from, part.IsOptional, location, messages);
        }
    }

    private static void CheckHost(DeclaredProvider declared, TemplatePart part, Microsoft.CodeAnalysis.Location location)
    {
        var variable = declared.Variable(part.Value);
        var isFilledByMessage = (!part.IsOption && part.Value != "client.id") || variable?.Text("From") is not null;
        if (isFilledByMessage
            && part.Place is TemplatePlace.Start or TemplatePlace.WholeHost or TemplatePlace.Host
            && variable?.Text("Pattern") is null
            && (variable?.Property("Values")?.Items.Count ?? 0) == 0)
        {
            declared.Report(DiagnosticDescriptors.HostChosenByMessage, location, part.Value);
        }
    }

    private static void CheckVariable(DeclaredProvider declared, DeclaredAttribute variable, HashSet<string> used)
    {
        var name = variable.Model.Argument(0) ?? "";
        if (!used.Contains(name) && !declared.Type.AllInterfaces.Any(contract => !KnownTypes.IsOurs(contract)))
        {
            declared.Report(DiagnosticDescriptors.UnusedVariable, variable.Location, declared.Type.Name, name);
        }

        if (variable.Model.Text("From") is { } source && source != "request" && !Sources.Any(known => source.StartsWith(known.Source + ".", StringComparison.Ordinal)))
        {
            declared.Report(
                DiagnosticDescriptors.InvalidVariable,
                variable.LocationOf("From"),
                name,
                $"comes from '{source}', which is no source: write request, or a member of {string.Join(", ", Sources.Select(known => known.Source))}");
        }

        var values = variable.Model.Property("Values")?.Items ?? default;
        var names = new HashSet<string>(StringComparer.Ordinal);
        var members = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < values.Count; i++)
        {
            var mark = values[i].IndexOf('=');
            if (mark <= 0 || !names.Add(values[i].Substring(0, mark)))
            {
                declared.Report(
                    DiagnosticDescriptors.InvalidVariable,
                    variable.LocationOf("Values", i),
                    name,
                    $"lists '{values[i]}': write name=text, each name once");
            }
            else if (!members.Add(VariableNames.Member(values[i].Substring(0, mark))))
            {
                declared.Report(
                    DiagnosticDescriptors.InvalidVariable,
                    variable.LocationOf("Values", i),
                    name,
                    $"lists '{values[i]}', whose name is in C# that of another one: {VariableNames.Member(values[i].Substring(0, mark))}");
            }
        }

        var pattern = variable.Model.Text("Pattern");
        if (pattern is not null && !IsPattern(pattern))
        {
            declared.Report(
                DiagnosticDescriptors.InvalidVariable,
                variable.LocationOf("Pattern"),
                name,
                "has a Pattern that is no regular expression, or one that has to be matched by backtracking: no lookaround, no backreferences");
            return;
        }

        if (variable.Model.Text("Default") is not { } @default)
        {
            return;
        }

        if ((values.Count > 0 && !names.Contains(@default)) || (pattern is not null && !Matches(pattern, @default)))
        {
            declared.Report(
                DiagnosticDescriptors.InvalidVariable,
                variable.LocationOf("Default"),
                name,
                $"has the default '{@default}', which {(values.Count > 0 ? "is not the name of one of its Values" : "does not match its Pattern")}");
        }
    }

    /// <summary>Whether the runtime, which matches without backtracking, can use the expression.</summary>
    private static bool IsPattern(string pattern)
    {
        try
        {
            // RegexOptions.NonBacktracking, which this compiler's platform may not have: it refuses what these forms stand for.
            _ = new Regex(pattern, RegexOptions.CultureInvariant, PatternTime);
            _ = new Regex(Whole(pattern), RegexOptions.CultureInvariant, PatternTime);
            return !Regex.IsMatch(pattern, @"\(\?(=|!|<=|<!|>|\()|(?<!\\)(\\\\)*\\[1-9kG]", RegexOptions.None, PatternTime);
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>The expression as the runtime matches it. A comment at its end, for example, would hide what is put behind it.</summary>
    private static string Whole(string pattern) => @"\A(?:" + pattern + @")\z";

    private static bool Matches(string pattern, string value)
    {
        try
        {
            return Regex.IsMatch(value, Whole(pattern), RegexOptions.CultureInvariant, PatternTime);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }
}
