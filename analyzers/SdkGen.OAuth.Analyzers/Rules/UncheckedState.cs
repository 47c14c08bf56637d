using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH1001: a code is taken from a callback, and nobody compares its <c>state</c>.</summary>
internal static class UncheckedState
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.UncheckedState);

    private static void Run(CodeFile file)
    {
        if (TestCode.IsLeftAlone(file))
        {
            return;
        }

        SwitchedOff(file);
        var codes = CallbackReader.Read(file).ToList();
        if (codes.Count == 0)
        {
            return;
        }

        var reported = new HashSet<SyntaxNode>();
        foreach (var code in codes)
        {
            var type = code.Scope.FirstAncestorOrSelf<TypeDeclarationSyntax>();
            if (reported.Contains(code.Scope) || IsChecked(file, code, codes, type) || IsHandedOn(file, code))
            {
                continue;
            }

            reported.Add(code.Scope);
            var node = code.Node;
            if (code.Kind == CallbackKind.Request && IsOfFramework(file, code.Node))
            {
                // The whole type is told once, where it keeps the state that it does not compare.
                if (type is null || Kept(file, type) is not { } kept || !reported.Add(kept))
                {
                    continue;
                }

                node = kept;
            }

            if (Weight(file, code, type) is { } severity)
            {
                file.Report(DiagnosticDescriptors.UncheckedState, node.GetLocation(), severity);
            }
        }
    }

    /// <summary><c>RequireStateValidation = false</c> and <c>RequireState = false</c>.</summary>
    private static void SwitchedOff(CodeFile file)
    {
        foreach (var assignment in file.Assignments)
        {
            if (CodeFile.NameOf(assignment.Left) is "RequireStateValidation" or "RequireState" or "ValidateState" or "StateValidation"
                && assignment.Right is LiteralExpressionSyntax { Token.ValueText: "false" })
            {
                file.Report(DiagnosticDescriptors.UncheckedState, assignment);
            }
        }
    }

    private static bool IsChecked(CodeFile file, CallbackCode code, List<CallbackCode> all, TypeDeclarationSyntax? type)
    {
        var check = new StateCheck(file);
        if (check.IsIn(code.Scope))
        {
            return true;
        }

        // A check in a method that is called by, or calls, this one; but another callback's own check is not this one's.
        return type is not null && type.Members.Any(member =>
            member is BaseMethodDeclarationSyntax or PropertyDeclarationSyntax
            && member != code.Scope
            && !all.Exists(other => other.Scope == member && other.Kind is CallbackKind.Action or CallbackKind.PostedAction)
            && check.IsIn(member));
    }

    /// <summary>Whether the state goes the same way as the code, to whoever redeems that.</summary>
    private static bool IsHandedOn(CodeFile file, CallbackCode code)
    {
        if (code.Kind != CallbackKind.Request)
        {
            return code.Scope is BaseMethodDeclarationSyntax { ParameterList.Parameters: var parameters } && code.Kind == CallbackKind.Method
                && parameters.Any(parameter => StateCheck.IsStateName(parameter.Identifier.ValueText) || Words.Contains(parameter.Identifier.ValueText, "verifier"));
        }

        return CallbackReader.Reads(file, "state").Any(read =>
            code.Scope.Span.Contains(read.Node.Span)
            && read.Node.Ancestors().TakeWhile(node => node is not StatementSyntax and not MemberDeclarationSyntax).Any(node =>
                node is ArgumentSyntax or InitializerExpressionSyntax or AnonymousObjectMemberDeclaratorSyntax or TupleExpressionSyntax
                || node is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax } })
            || (code.Scope.Span.Contains(read.Node.Span) && read.Node.FirstAncestorOrSelf<StatementSyntax>() is ReturnStatementSyntax))
            || (Variable(file, code) is { } variable && IsGivenAway(code.Scope, variable));
    }

    /// <summary>The variable that the state is read into.</summary>
    private static string? Variable(CodeFile file, CallbackCode code) =>
        CallbackReader.Reads(file, "state")
            .Where(read => code.Scope.Span.Contains(read.Node.Span))
            .Select(read => read.Node.FirstAncestorOrSelf<VariableDeclaratorSyntax>()?.Identifier.ValueText
                ?? ((read.Node.Parent as AssignmentExpressionSyntax)?.Left as IdentifierNameSyntax)?.Identifier.ValueText
                ?? (read.Node as InvocationExpressionSyntax)?.ArgumentList.DescendantNodes().OfType<SingleVariableDesignationSyntax>().FirstOrDefault()?.Identifier.ValueText)
            .FirstOrDefault(name => name is not null);

    private static bool IsGivenAway(SyntaxNode scope, string variable) =>
        scope.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == variable && name.Parent switch
        {
            ReturnStatementSyntax or ArrowExpressionClauseSyntax => true,
            ArgumentSyntax { Parent: TupleExpressionSyntax } => true,
            ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax } => true,
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => CodeFile.NameOf(call) is "Invoke" or "SetResult" or "TrySetResult",
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment => assignment.Right == name,
            AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax } assignment => assignment.Right == name,
            _ => false,
        });

    /// <summary>Where a type keeps the state of a callback in a member of its own.</summary>
    private static AssignmentExpressionSyntax? Kept(CodeFile file, TypeDeclarationSyntax type) =>
        CallbackReader.Reads(file, "state")
            .Select(read => read.Node.Parent)
            .OfType<AssignmentExpressionSyntax>()
            .FirstOrDefault(assignment => type.Span.Contains(assignment.Span) && StateCheck.IsState(assignment.Left));

    /// <summary>
    /// What is read from a parameter of a method that others call by its base: a library that has done its checks, or the base's own code,
    /// which hands over what it has taken from the request. A request as such is nobody's but the method's.
    /// </summary>
    private static bool IsOfFramework(CodeFile file, SyntaxNode node)
    {
        if (node.DescendantNodes().OfType<IdentifierNameSyntax>().FirstOrDefault() is not { } root
            || file.Values.Symbol(root) is not IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter)
        {
            return false;
        }

        if (method.IsOverride || node.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Modifiers.Any(SyntaxKind.OverrideKeyword) == true)
        {
            return !IsRequest(parameter.Type) || method.OverriddenMethod is not { DeclaringSyntaxReferences.IsEmpty: false };
        }

        return method.IsVirtual && !IsRequest(parameter.Type);
    }

    private static bool IsRequest(ITypeSymbol type) => Words.Contains(type.Name, "HttpContext", "HttpRequest", "HttpListener", "OwinContext", "OwinRequest", "Uri", "String", "NameValueCollection");

    /// <summary>How sure it is, or nothing where it is somebody else's business.</summary>
    private static DiagnosticSeverity? Weight(CodeFile file, CallbackCode code, TypeDeclarationSyntax? type)
    {
        switch (code.Kind)
        {
            case CallbackKind.Member or CallbackKind.PostedAction:
                return DiagnosticSeverity.Info;
            case CallbackKind.Method:
                // A client library: whoever calls it compares. But nobody can if the type makes up the state as well, or sends none.
                var isStarter = type is not null && file.Texts.Exists(text => type.Span.Contains(text.Node.Span) && AuthorizationRequests.IsPart(text))
                    && !type.Members.OfType<BaseMethodDeclarationSyntax>().Any(method => method.ParameterList.Parameters.Any(parameter => StateCheck.IsStateName(parameter.Identifier.ValueText)));
                return !isStarter || SendsVerifier(file, type) ? null : DiagnosticSeverity.Warning;
            default:
                // Whoever calls a method that finds the code in what it is given has the rest of that, too.
                if (code.Kind == CallbackKind.Request && IsExtractor(code))
                {
                    return DiagnosticSeverity.Info;
                }

                // With PKCE a foreign code cannot be redeemed in this browser's login (RFC 9700 section 2.1).
                return SendsVerifier(file, type) ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning;
        }
    }

    private static bool IsExtractor(CallbackCode code) =>
        code.Scope is MethodDeclarationSyntax { ReturnType: var returned, ParameterList.Parameters: var parameters }
        && returned.ToString() is "string" or "string?"
        && code.Node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().FirstOrDefault()?.Identifier.ValueText is { } root
        && parameters.Any(parameter => parameter.Identifier.ValueText == root);

    private static bool SendsVerifier(CodeFile file, TypeDeclarationSyntax? type) =>
        file.Fields.Exists(field => field.Name == OAuthNames.CodeVerifier && type?.Span.Contains(field.Key.Span) != false);
}
