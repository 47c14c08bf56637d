using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>What the rules know of the compilation as a whole. Nothing in it changes after it was made.</summary>
internal sealed class Project
{
    private readonly Lazy<bool> _speaksOAuth;

    public Project(Compilation compilation, AnalyzerConfigOptions options)
    {
        Compilation = compilation;
        Kind = ReadKind(compilation, options);
        _speaksOAuth = new(() => compilation.SyntaxTrees.Any(tree => OAuthWords.AreNamedIn(tree.GetText())));
    }

    public Compilation Compilation { get; }

    public ProjectKind Kind { get; }

    /// <summary>Whether there is OAuth in any of its files: what such a program does to its connections, it does to those of OAuth.</summary>
    public bool SpeaksOAuth => _speaksOAuth.Value;

    public bool Is(ProjectKind kind) => (Kind & kind) != 0;

    private static ProjectKind ReadKind(Compilation compilation, AnalyzerConfigOptions options)
    {
        var kind = ProjectKind.Unknown;
        var references = new HashSet<string>(compilation.ReferencedAssemblyNames.Select(name => name.Name), StringComparer.OrdinalIgnoreCase);
        if (TestCode.IsProject(options)
            || references.Overlaps(["xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "TUnit.Core"]))
        {
            kind |= ProjectKind.Test;
        }

        if (IsTrue("UseMaui") || IsTrue("UseWPF") || IsTrue("UseWindowsForms") || IsTrue("UsingMicrosoftNETSdkBlazorWebAssembly")
            || references.Overlaps(["PresentationFramework", "System.Windows.Forms", "UnityEngine", "UnityEngine.CoreModule", "Xamarin.Forms.Core",
                "Microsoft.Maui.Controls", "Avalonia.Base", "Mono.Android", "Microsoft.AspNetCore.Components.WebAssembly"]))
        {
            kind |= ProjectKind.Installed;
        }

        // Every project of today refers to an assembly System.Web, which has no more than an encoder.
        if (references.Overlaps(["Microsoft.AspNetCore.Http.Abstractions", "System.Web.Mvc", "Microsoft.Owin"])
            || compilation.GetTypeByMetadataName("System.Web.HttpContext") is not null)
        {
            kind |= ProjectKind.Web;
        }

        if (compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary)
        {
            kind |= ProjectKind.Library;
        }

        return kind;

        bool IsTrue(string property) =>
            options.TryGetValue("build_property." + property, out var value) && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
    }
}
