using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SdkGen.OAuth.Declaration;

namespace SdkGen.OAuth.Analyzers.Declarations;

/// <summary>A provider as the checks see it: the generator's model, and where in the source each thing stands.</summary>
internal sealed class DeclaredProvider
{
    private readonly SymbolAnalysisContext _context;

    public DeclaredProvider(INamedTypeSymbol type, ProviderModel model, SymbolAnalysisContext context)
    {
        Type = type;
        Model = model;
        _context = context;
        Methods = ProviderMethods.Of(model);
        Messages = Methods.Where(method => method.Kind != MessageKind.None).Aggregate(0, (all, method) => all | MessageShape.Of(method.Kind).Message);
        Attributes = [.. Read(type, method: null)];
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            Attributes.AddRange(Read(method, method));
        }
    }

    public INamedTypeSymbol Type { get; }

    public ProviderModel Model { get; }

    public List<MethodModel> Methods { get; }

    /// <summary>The messages of the interface, as the flags of <c>OAuthMessage</c>.</summary>
    public int Messages { get; }

    /// <summary>The library's attributes that stand on this interface and its methods.</summary>
    public List<DeclaredAttribute> Attributes { get; }

    /// <summary>The interface's own <c>[OAuthProvider]</c>.</summary>
    public DeclaredAttribute Provider => Attributes.First(attribute => attribute.Model.Name == "OAuthProvider");

    public Compilation Compilation => _context.Compilation;

    public CancellationToken CancellationToken => _context.CancellationToken;

    /// <summary>The name of the interface, where it stands.</summary>
    public Location Location => Type.Locations.FirstOrDefault(location => location.IsInSource) ?? Location.None;

    public IEnumerable<DeclaredAttribute> Of(string name) => Attributes.Where(attribute => attribute.Model.Name == name);

    /// <summary>The declaration of a variable, on this interface or one that it extends.</summary>
    public AttributeModel? Variable(string name) =>
        Model.Quirks.LastOrDefault(quirk => quirk.Name == "OAuthVariable" && quirk.Argument(0) == name);

    public void Report(DiagnosticDescriptor descriptor, Location location, params object?[] arguments) =>
        _context.ReportDiagnostic(Diagnostic.Create(
            descriptor, location, SeverityOf(descriptor), additionalLocations: null, properties: null, messageArgs: arguments));

    /// <summary>Reports with another place that it is about.</summary>
    public void Report(DiagnosticDescriptor descriptor, Location location, Location[] others, params object?[] arguments) =>
        _context.ReportDiagnostic(Diagnostic.Create(descriptor, location, SeverityOf(descriptor), others, properties: null, messageArgs: arguments));

    /// <summary>Reports as an error what elsewhere is a warning: an attribute states it for every request.</summary>
    public void ReportError(DiagnosticDescriptor descriptor, Location location, params object?[] arguments) =>
        _context.ReportDiagnostic(
            Diagnostic.Create(descriptor, location, DiagnosticSeverity.Error, additionalLocations: null, properties: null, messageArgs: arguments));

    /// <summary>Reports with a fact that a fix goes by.</summary>
    public void ReportFixable(DiagnosticDescriptor descriptor, Location location, string property, string? value, params object?[] arguments) =>
        _context.ReportDiagnostic(Diagnostic.Create(descriptor, location, ImmutableDictionary<string, string?>.Empty.Add(property, value), arguments));

    /// <summary>What is a warning in code, which may know better, is an error in a declaration, which cannot.</summary>
    private static DiagnosticSeverity SeverityOf(DiagnosticDescriptor descriptor) =>
        descriptor is { Category: DiagnosticDescriptors.Security, DefaultSeverity: DiagnosticSeverity.Warning } ? DiagnosticSeverity.Error : descriptor.DefaultSeverity;

    private static IEnumerable<DeclaredAttribute> Read(ISymbol symbol, IMethodSymbol? method)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (AttributeReader.NameOf(attribute) is { } name && attribute.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax syntax)
            {
                var hook = attribute.AttributeClass is { TypeArguments: [INamedTypeSymbol { TypeKind: TypeKind.Class } type] } ? type : null;
                yield return new(AttributeReader.Read(attribute, name), syntax, method, hook);
            }
        }
    }
}
