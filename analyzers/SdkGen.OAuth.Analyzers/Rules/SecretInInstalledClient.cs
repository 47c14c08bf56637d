using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>
/// OAUTH3005: a program that runs at its users authenticates with a client secret. A secret that stands in its source is reported as such,
/// by OAUTH3001; this is about those that are read from elsewhere, which is no better.
/// </summary>
internal static class SecretInInstalledClient
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.SecretInInstalledClient);

    private static void Run(CodeFile file)
    {
        var wanted = file.Options.PublicClientSecret;
        var known = file.Project.Is(ProjectKind.Installed) && !file.Project.Is(ProjectKind.Library) && !file.Project.Is(ProjectKind.Web);
        if (wanted == "allow" || !(known || UsesUserInterface(file)) || TestCode.IsSilent(file))
        {
            return;
        }

        foreach (var field in file.Fields)
        {
            if (field.Name != OAuthNames.ClientSecret || !IsSent(field) || field.Value.Expression is not { } value || IsNothing(file, value))
            {
                continue;
            }

            var severity = known && wanted != "info" ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info;
            file.Report(DiagnosticDescriptors.SecretInInstalledClient, field.Key.GetLocation(), TestCode.Weigh(file, severity), field.Written);
        }
    }

    private static bool IsSent(OAuthField field) => (field.IsOnWire || field.Shape == FieldShape.Builder) && Adding.Is(field);

    /// <summary>No secret, or one that is in the source and reported there.</summary>
    private static bool IsNothing(CodeFile file, ExpressionSyntax value) =>
        value is LiteralExpressionSyntax || file.Values.OnlyText(value) is not null || value.ToString() is "string.Empty" or "String.Empty";

    private static bool UsesUserInterface(CodeFile file) =>
        file.Root is CompilationUnitSyntax { Usings: var usings } && usings.Any(directive => directive.Name?.ToString() is { } name && UserInterfaces.Any(
            known => name == known || name.StartsWith(known + ".", StringComparison.Ordinal)));

    private static readonly string[] UserInterfaces =
    [
        "UnityEngine", "Xamarin.Forms", "Xamarin.Essentials", "Microsoft.Maui", "System.Windows.Controls", "System.Windows.Forms", "System.Windows.Input",
        "Windows.UI.Xaml", "Microsoft.UI.Xaml", "Avalonia", "Android.App", "UIKit", "Microsoft.AspNetCore.Components.WebAssembly", "Eto.Forms",
    ];
}
