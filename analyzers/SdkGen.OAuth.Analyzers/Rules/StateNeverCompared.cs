using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH1006: a <c>state</c> is made up and sent, and then nobody has it any more; or it is compared with itself.</summary>
internal static class StateNeverCompared
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.StateNeverCompared);

    private const string Lost = "This state is sent and then forgotten, so that no callback can be compared with it: keep it in the user's session";
    private const string Default = "If nobody keeps this state before it is sent, no callback can be compared with it: store it in the user's session, or let the caller state it";
    private const string Itself = "This compares the state with itself, which is always right: compare it with the one that was sent";

    private static void Run(CodeFile file)
    {
        if (TestCode.IsLeftAlone(file))
        {
            return;
        }

        var reported = new HashSet<SyntaxNode>();
        foreach (var field in StateFields.In(file, OAuthNames.State).Where(field => field.IsOnWire || field.Shape is FieldShape.Argument or FieldShape.Member))
        {
            if (field.Value.Expression is { } value && IsFresh(value) && IsLostIn(file, field) && reported.Add(value))
            {
                file.Report(DiagnosticDescriptors.StateNeverCompared, value, Lost);
            }
        }

        foreach (var call in file.Calls.Where(call => IsUrlMaker(CodeFile.NameOf(call))))
        {
            foreach (var argument in call.ArgumentList.Arguments)
            {
                if (IsFresh(argument.Expression) && ParameterMayBeState(file, call, argument) && !HasCheck(file, call) && reported.Add(argument.Expression))
                {
                    file.Report(DiagnosticDescriptors.StateNeverCompared, argument.Expression, Lost);
                }
            }
        }

        CheckVariables(file, reported);
        CheckComparisons(file);
    }

    /// <summary>Whether a value is made up on the spot, and kept nowhere.</summary>
    private static bool IsFresh(ExpressionSyntax value) => value switch
    {
        ParenthesizedExpressionSyntax parenthesized => IsFresh(parenthesized.Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } either => IsFresh(either.Right),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => IsFresh(sum.Left) || IsFresh(sum.Right),
        InvocationExpressionSyntax call => CodeFile.NameOf(call) switch
        {
            "NewGuid" => true,
            var name when Passing.Is(name) => (CodeFile.ReceiverOf(call) is { } receiver && IsFresh(receiver)) || call.ArgumentList.Arguments.Any(argument => IsFresh(argument.Expression)),
            "GetBytes" or "GetHexString" or "GetString" => CodeFile.NameOf(CodeFile.ReceiverOf(call)) == "RandomNumberGenerator",
            _ => false,
        },
        _ => false,
    };

    private static bool IsLostIn(CodeFile file, OAuthField field)
    {
        if (HasCheck(file, field.Key))
        {
            return false;
        }

        switch (field.Shape)
        {
            case FieldShape.Text or FieldShape.Argument:
                return true;
            case FieldShape.Member:
                return field.Key.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() is { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } } && IsUrlMaker(CodeFile.NameOf(call));
            default:
                // A dictionary that is read again, or handed to the caller, keeps it.
                return !CallbackReader.Reads(file, OAuthNames.State).Any()
                    && field.Key.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
                    && !Words.Contains(method.ReturnType.ToString(), "Dictionary", "Collection", "KeyValuePair", "List")
                    && !method.Modifiers.Any(SyntaxKind.OverrideKeyword);
        }
    }

    private static bool HasCheck(CodeFile file, SyntaxNode node) =>
        node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && type.Members.Any(member => new StateCheck(file).IsIn(member));

    private static bool IsUrlMaker(string? name) =>
        Words.Contains(name, "url", "uri", "link") && Words.Contains(name, "auth", "login", "signin", "consent", "connect");

    private static bool ParameterMayBeState(CodeFile file, InvocationExpressionSyntax call, ArgumentSyntax argument)
    {
        var name = argument.NameColon?.Name.Identifier.ValueText;
        if (name is null && file.Values.Symbol(call.Expression) is IMethodSymbol method)
        {
            var index = call.ArgumentList.Arguments.IndexOf(argument);
            name = index < method.Parameters.Length ? method.Parameters[index].Name : null;
        }

        return name is null || StateCheck.IsStateName(name);
    }

    /// <summary>Local variables that are only sent, and properties of requests that fill themselves.</summary>
    private static void CheckVariables(CodeFile file, HashSet<SyntaxNode> reported)
    {
        foreach (var field in file.Fields.Where(field => field.Name == OAuthNames.State && field.Shape == FieldShape.Variable && field.Value.Expression is { } value && IsFresh(value)))
        {
            switch (field.Key)
            {
                case VariableDeclaratorSyntax variable when CodeFile.MemberOf(variable) is BaseMethodDeclarationSyntax member:
                    var sent = false;
                    if (IsOnlySent(file, member, variable.Identifier.ValueText, depth: 2, ref sent) && sent && !HasCheck(file, variable) && reported.Add(field.Value.Node))
                    {
                        file.Report(DiagnosticDescriptors.StateNeverCompared, field.Value.Node, Lost);
                    }

                    break;
                case PropertyDeclarationSyntax { Initializer.Value: var value, Parent: TypeDeclarationSyntax type }
                    when Words.Contains(type.Identifier.ValueText, "authori", "oauth", "loginrequest")
                        && type.Members.OfType<PropertyDeclarationSyntax>().Any(other => OAuthNames.Of(other.Identifier.ValueText) is OAuthNames.ClientId or OAuthNames.RedirectUri):
                    file.ReportInfo(DiagnosticDescriptors.StateNeverCompared, value, Default);
                    break;
            }
        }
    }

    /// <summary>Whether a variable goes nowhere but into URLs. Anything that is not understood is a place where it may be kept.</summary>
    private static bool IsOnlySent(CodeFile file, SyntaxNode body, string name, int depth, ref bool sent)
    {
        foreach (var use in body.DescendantNodes().OfType<IdentifierNameSyntax>().Where(use => use.Identifier.ValueText == name && use.Parent is not (NameColonSyntax or NameEqualsSyntax)))
        {
            if (use.Parent is MemberAccessExpressionSyntax { Name: var accessed } && accessed == use)
            {
                continue;
            }

            if (use.Ancestors().TakeWhile(node => node != body).Any(node => node is AnonymousFunctionExpressionSyntax))
            {
                return false;
            }

            SyntaxNode value = use;
            while (value.Parent is InterpolationSyntax or InterpolatedStringExpressionSyntax or ParenthesizedExpressionSyntax
                || (value.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression })
                || (value.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString" or "Replace" or "Substring" })
                || (value.Parent is InvocationExpressionSyntax inner && Passing.Is(CodeFile.NameOf(inner)))
                || (value.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax outer } && Passing.Is(CodeFile.NameOf(outer)))
                || (value.Parent is ArgumentListSyntax))
            {
                value = value.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } ? call : value.Parent!;
            }

            if (file.Texts.Exists(text => text.Node.Span.Contains(use.Span) && (AuthorizationRequests.IsPart(text) || Words.Contains(text.Shape, "state="))))
            {
                sent = true;
                continue;
            }

            if (file.Fields.Exists(field => field.Name == OAuthNames.State && field.IsOnWire && field.Value.Expression is { } given && given.Span.Contains(use.Span)))
            {
                sent = true;
                continue;
            }

            if (value.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax target } argument
                || CodeFile.NameOf(target) is not { } method)
            {
                return false;
            }

            if (Words.StartsWith(method, "Log", "Write", "Debug", "Trace"))
            {
                continue;
            }

            var symbol = file.Values.Symbol(target.Expression) as IMethodSymbol;
            var index = target.ArgumentList.Arguments.IndexOf(argument);
            if (symbol is { IsAbstract: false, DeclaringSyntaxReferences: { Length: 1 } references } && depth > 0 && index < symbol.Parameters.Length)
            {
                if (references[0].GetSyntax(file.CancellationToken) is not BaseMethodDeclarationSyntax declaration
                    || declaration.SyntaxTree != file.Root.SyntaxTree
                    || !IsOnlySent(file, declaration.Body ?? (SyntaxNode?)declaration.ExpressionBody ?? declaration, symbol.Parameters[index].Name, depth - 1, ref sent))
                {
                    return false;
                }
            }
            else if (IsUrlMaker(method) || (symbol is { IsAbstract: true } && Words.Contains(method, "url", "uri")))
            {
                sent = true;
            }
            else if (!(symbol is { IsAbstract: true } && Words.Contains(method, "token")))
            {
                return false;
            }
        }

        return true;
    }

    private static void CheckComparisons(CodeFile file)
    {
        foreach (var comparison in file.Comparisons)
        {
            if (StateCheck.IsState(comparison.Left) && comparison.Left is not LiteralExpressionSyntax
                && comparison.Left.ToString() == comparison.Right.ToString()
                && CodeFile.MemberOf(comparison) is { } member
                && (CallbackReader.Reads(file, OAuthNames.State).Any(read => member.Span.Contains(read.Node.Span)) || member is MethodDeclarationSyntax { ParameterList.Parameters: var parameters } && parameters.Any(parameter => OAuthNames.Of(parameter.Identifier.ValueText) == OAuthNames.Code)))
            {
                file.Report(DiagnosticDescriptors.StateNeverCompared, comparison, Itself);
            }
        }
    }
}
