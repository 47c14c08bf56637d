using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SdkGen.OAuth.Analyzers.Declarations;
using SdkGen.OAuth.Declaration;

namespace SdkGen.OAuth.Analyzers;

/// <summary>Says what is wrong with an interface that is annotated with <c>[OAuthProvider]</c>, in the words of the generator's own reader.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        DiagnosticDescriptors.InterfaceNotPartial,
        DiagnosticDescriptors.GenericInterface,
        DiagnosticDescriptors.InaccessibleInterface,
        DiagnosticDescriptors.ContainingTypeNotPartial,
        DiagnosticDescriptors.StaticAbstractMember,
        DiagnosticDescriptors.NameTaken,
        DiagnosticDescriptors.NothingDeclared,
        DiagnosticDescriptors.OldLanguageVersion,
        DiagnosticDescriptors.MethodWithoutRequestAttribute,
        DiagnosticDescriptors.SeveralRequestAttributes,
        DiagnosticDescriptors.WrongReturnType,
        DiagnosticDescriptors.MissingParameter,
        DiagnosticDescriptors.UnsupportedParameterType,
        DiagnosticDescriptors.ReservedParameter,
        DiagnosticDescriptors.DuplicateParameter,
        DiagnosticDescriptors.GenericMethod,
        DiagnosticDescriptors.NoJsonSerializerContext,
        DiagnosticDescriptors.NotAMethod,
        DiagnosticDescriptors.NoEndpoint,
        DiagnosticDescriptors.DuplicateUserInfo,
        DiagnosticDescriptors.InvalidUrl,
        DiagnosticDescriptors.UnknownVariable,
        DiagnosticDescriptors.UnusedVariable,
        DiagnosticDescriptors.HostChosenByMessage,
        DiagnosticDescriptors.InvalidVariable,
        DiagnosticDescriptors.InvalidScope,
        DiagnosticDescriptors.OfflineAccessWithoutRefresh,
        DiagnosticDescriptors.MessageNotDeclared,
        DiagnosticDescriptors.ContradictoryParameter,
        DiagnosticDescriptors.ProtectionFixedOrOmitted,
        DiagnosticDescriptors.ParameterWithoutMessage,
        DiagnosticDescriptors.InvalidPath,
        DiagnosticDescriptors.OpenIdWithoutIssuer,
        DiagnosticDescriptors.ClientAuthenticationNotStated,
        DiagnosticDescriptors.InvalidRequest,
        DiagnosticDescriptors.InvalidIdTokenRule,
        DiagnosticDescriptors.NoSubject,
        DiagnosticDescriptors.BindingWithoutToken,
        DiagnosticDescriptors.BoundTokenMisplaced,
        DiagnosticDescriptors.AliasWithoutCertificate,
        DiagnosticDescriptors.CertificateWithoutTls,
        DiagnosticDescriptors.PublicClientOutOfBand,
        DiagnosticDescriptors.BesideDocument,
        DiagnosticDescriptors.HookDoesNotFit,
        DiagnosticDescriptors.HookNotVisible,
        DiagnosticDescriptors.FragmentInEndpoint,
        DiagnosticDescriptors.QuirkWithoutEffect,
        DiagnosticDescriptors.UnknownField,
        DiagnosticDescriptors.DeclaredUrlSecret,
        DiagnosticDescriptors.UnknownMember,
        DiagnosticDescriptors.SignatureWithoutIssuer,
        DiagnosticDescriptors.UnknownParameter,
        DiagnosticDescriptors.UnknownAlgorithm,
        DiagnosticDescriptors.SignatureWithoutMessage,
        DiagnosticDescriptors.PlainChallenge,
        DiagnosticDescriptors.NoChallenge,
        DiagnosticDescriptors.HardCodedSecret,
        DiagnosticDescriptors.ClearTextEndpoint,
        DiagnosticDescriptors.WeakenedProvider,
        DiagnosticDescriptors.DocumentOfAnotherIssuer,
        DiagnosticDescriptors.NoEndpointInDocument,
        DiagnosticDescriptors.GrantNotAnnounced,
        DiagnosticDescriptors.ScopeNotAnnounced,
        DiagnosticDescriptors.ChallengeNotAnnounced,
        DiagnosticDescriptors.ClientAuthenticationNotAnnounced,
        DiagnosticDescriptors.ResponseModeNotAnnounced,
        DiagnosticDescriptors.AlgorithmNotAnnounced,
        DiagnosticDescriptors.UnusedDocument);

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownTypes.ProviderAttribute) is null)
            {
                return;
            }

            var documents = new KeptDocuments(start.Options.AdditionalFiles, start.CancellationToken);
            start.RegisterSymbolAction(context => Analyze(context, documents), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(context => ReportUnused(context, documents));
        });
    }

    private static void ReportUnused(CompilationAnalysisContext context, KeptDocuments documents)
    {
        foreach (var document in documents.Unused)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.UnusedDocument, document.LocationOf("issuer"), document.FileName, document.Text("issuer")));
        }
    }

    private static void Analyze(SymbolAnalysisContext context, KeptDocuments documents)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (FindProvider(type, context.CancellationToken) is not { } syntax)
        {
            return;
        }

        var declared = new DeclaredProvider(type, ProviderReader.Read(type, syntax), context);
        InterfaceCheck.Run(declared);
        MemberCheck.Run(declared);
        EndpointCheck.Run(declared);
        ProviderCheck.Run(declared);
        SourceCheck.Run(declared);
        VariableCheck.Run(declared);
        ParameterCheck.Run(declared);
        TransportCheck.Run(declared);
        AssertionCheck.Run(declared);
        BindingCheck.Run(declared);
        EffectCheck.Run(declared);
        HookCheck.Run(declared);
        DocumentCheck.Run(declared, documents);
    }

    /// <summary>The part of a provider's interface that the user wrote, if the type is one; the other part is generated.</summary>
    internal static InterfaceDeclarationSyntax? FindProvider(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.TypeKind != TypeKind.Interface || !type.GetAttributes().Any(attribute => AttributeReader.NameOf(attribute) == "OAuthProvider")
            ? null
            : type.DeclaringSyntaxReferences
                .Select(reference => reference.GetSyntax(cancellationToken))
                .OfType<InterfaceDeclarationSyntax>()
                .FirstOrDefault(syntax => syntax.AttributeLists.Count > 0);
}
