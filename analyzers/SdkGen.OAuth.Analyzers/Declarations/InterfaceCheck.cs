using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SdkGen.OAuth.Declaration;

namespace SdkGen.OAuth.Analyzers.Declarations;

/// <summary>Whether the interface can have a client at all.</summary>
internal static class InterfaceCheck
{
    public static void Run(DeclaredProvider declared)
    {
        var name = declared.Type.Name;
        var provider = declared.Model.Name;
        switch (declared.Model.Problem)
        {
            case ProviderProblem.Generic:
                declared.Report(DiagnosticDescriptors.GenericInterface, declared.Location, name);
                return;

            case ProviderProblem.NotAccessible:
                declared.Report(DiagnosticDescriptors.InaccessibleInterface, declared.Location, name);
                return;

            case ProviderProblem.ContainingTypeNotPartial:
                declared.Report(DiagnosticDescriptors.ContainingTypeNotPartial, declared.Location, name, NotPartial(declared.Type));
                return;

            case ProviderProblem.StaticAbstractMember:
                var member = StaticAbstractMember(declared.Type);
                declared.Report(DiagnosticDescriptors.StaticAbstractMember, declared.Location, name, member);
                return;

            case ProviderProblem.NameTaken:
                declared.Report(
                    DiagnosticDescriptors.NameTaken,
                    declared.Location,
                    name,
                    provider + "Client",
                    provider + "Options",
                    GeneratedNames.Extensions(declared.Model, provider));
                return;

            case ProviderProblem.HookNotVisible:
                declared.Report(DiagnosticDescriptors.HookNotVisible, declared.Location, name);
                return;

            case ProviderProblem.LanguageVersion:
                var version = ((CSharpCompilation)declared.Compilation).LanguageVersion.ToDisplayString();
                declared.Report(DiagnosticDescriptors.OldLanguageVersion, declared.Location, name, version);
                return;

            case ProviderProblem.None when !declared.Model.IsPartial:
                declared.Report(DiagnosticDescriptors.InterfaceNotPartial, declared.Location, name, provider);
                break;
        }

        if (declared.Methods.Count == 0)
        {
            declared.Report(DiagnosticDescriptors.NothingDeclared, declared.Location, name);
        }
    }

    private static string? NotPartial(INamedTypeSymbol type)
    {
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (!Nesting.IsPartial(outer))
            {
                return outer.Name;
            }
        }

        return null;
    }

    private static string? StaticAbstractMember(INamedTypeSymbol type) =>
        new[] { type }.Concat(type.AllInterfaces)
            .Where(contract => !KnownTypes.IsOurs(contract))
            .SelectMany(contract => contract.GetMembers())
            .FirstOrDefault(member => member is { IsStatic: true, IsAbstract: true })?.Name;
}
