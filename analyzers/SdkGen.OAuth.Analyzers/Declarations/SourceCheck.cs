using Microsoft.CodeAnalysis;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Analyzers.Declarations;

/// <summary>Whether the holes of templates can be filled when they have to be, and by whom.</summary>
internal static class SourceCheck
{
    private const int IgnoredIdToken = 2;

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

    /// <summary>Where values come from, in words.</summary>
    public static string Known { get; } = string.Join(", ", Sources.Select(known => known.Source));

    public static void Run(DeclaredProvider declared)
    {
        foreach (var template in DeclaredTemplate.Of(declared))
        {
            foreach (var hole in template.Holes)
            {
                CheckSource(declared, hole.Value, hole.IsOptional, template);
                CheckFrom(declared, hole, template);
                CheckHost(declared, hole, template.Location);
            }
        }
    }

    /// <summary>Whether a name is that of a message's value.</summary>
    public static bool IsKnown(string name) => Sources.Any(known => name.StartsWith(known.Source + ".", StringComparison.Ordinal));

    private static void CheckSource(DeclaredProvider declared, string hole, bool isOptional, DeclaredTemplate template)
    {
        var (location, messages) = (template.Location, template.Messages);
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
            declared.Report(DiagnosticDescriptors.UnknownVariable, location, hole, $"a value comes from {Known}, or has no dot and is an option");
        }
        else if (source.Source == "id_token" && declared.Model.Provider.Property("IdToken")?.Number == IgnoredIdToken)
        {
            declared.Report(DiagnosticDescriptors.UnknownVariable, location, hole, "the ID token is declared to be ignored");
        }
        else if (messages == DeclaredTemplate.Always && source.Source != "client")
        {
            declared.Report(DiagnosticDescriptors.UnknownVariable, location, hole, "it is needed before any message is sent: only options can stand here");
        }
        else if (messages != DeclaredTemplate.Always && (messages & ~source.Messages) is var early and not 0 && !(isOptional && (messages & source.Messages) != 0))
        {
            declared.Report(DiagnosticDescriptors.UnknownVariable, location, hole, $"it is not known yet when the {MessageNames.Of(early)} message is sent");
        }
    }

    /// <summary>A variable that messages fill has to be filled when it is needed, or have a default until then.</summary>
    private static void CheckFrom(DeclaredProvider declared, TemplatePart part, DeclaredTemplate template)
    {
        if (declared.Variable(part.Value) is { } variable
            && variable.Text("From") is { } from
            && from != "request"
            && variable.Text("Default") is null)
        {
            CheckSource(declared, from, part.IsOptional, template);
        }
    }

    private static void CheckHost(DeclaredProvider declared, TemplatePart part, Location location)
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
}
