using SdkGen.OAuth.Declaration;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Analyzers.Declarations;

/// <summary>Whether variables are declared in a way that a class of options can have, and whether somebody uses them.</summary>
internal static class VariableCheck
{
    public static void Run(DeclaredProvider declared)
    {
        var used = new HashSet<string>(DeclaredTemplate.Of(declared).SelectMany(template => template.Holes).Select(hole => hole.Value), StringComparer.Ordinal);
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
        var variables = DeclaredTemplate.Of(declared)
            .SelectMany(template => TemplateSyntax.Parse(template.Text)
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

    private static void CheckVariable(DeclaredProvider declared, DeclaredAttribute variable, HashSet<string> used)
    {
        var name = variable.Model.Argument(0) ?? "";
        if (!used.Contains(name) && !declared.Type.AllInterfaces.Any(contract => !KnownTypes.IsOurs(contract)))
        {
            declared.Report(DiagnosticDescriptors.UnusedVariable, variable.Location, declared.Type.Name, name);
        }

        if (variable.Model.Text("From") is { } source && ProblemOf(source) is { } problem)
        {
            declared.Report(DiagnosticDescriptors.InvalidVariable, variable.LocationOf("From"), name, $"comes from '{source}'{problem}");
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
            else if (!members.Add(EnumMembers.Of(values[i].Substring(0, mark))))
            {
                declared.Report(
                    DiagnosticDescriptors.InvalidVariable,
                    variable.LocationOf("Values", i),
                    name,
                    $"lists '{values[i]}', whose name is in C# that of another one: {EnumMembers.Of(values[i].Substring(0, mark))}");
            }
        }

        var pattern = variable.Model.Text("Pattern");
        if (pattern is not null && !VariablePattern.IsUsable(pattern))
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

        if ((values.Count > 0 && !names.Contains(@default)) || (pattern is not null && !VariablePattern.Matches(pattern, @default)))
        {
            declared.Report(
                DiagnosticDescriptors.InvalidVariable,
                variable.LocationOf("Default"),
                name,
                $"has the default '{@default}', which {(values.Count > 0 ? "is not the name of one of its Values" : "does not match its Pattern")}");
        }
    }

    /// <summary>What is wrong with a source, as the end of a sentence, or nothing.</summary>
    private static string? ProblemOf(string source) =>
        TemplateSyntax.Tokens.Contains(source) ? $" and would hide that a token is where it stands: write {{{source}}} there"
        : source == "request" || SourceCheck.IsKnown(source) ? null
        : $", which is no source: write request, or a member of {SourceCheck.Known}";
}
