using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>The one walk over a file that finds what the rules ask for: calls, texts, and OAuth parameters in every way that C# writes them.</summary>
internal static class FileWalk
{
    public static void Run(CodeFile file)
    {
        foreach (var node in file.Root.DescendantNodes())
        {
            file.CancellationToken.ThrowIfCancellationRequested();
            switch (node)
            {
                case InvocationExpressionSyntax call:
                    file.Calls.Add(call);
                    ReadCall(file, call);
                    break;
                case BaseObjectCreationExpressionSyntax creation:
                    file.Creations.Add(creation);
                    ReadCreation(file, creation);
                    break;
                case AssignmentExpressionSyntax assignment:
                    file.Assignments.Add(assignment);
                    ReadAssignment(file, assignment);
                    break;
                case InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions: [var key, var value] } element:
                    AddNamed(file, key, value, FieldShape.Element, RequestGroups.Of(element.Parent?.Parent ?? element));
                    break;
                case TupleExpressionSyntax { Arguments: [{ Expression: var key }, { Expression: var value }] } tuple:
                    AddNamed(file, key, value, FieldShape.Pair, RequestGroups.Of(RequestGroups.ListAround(tuple)));
                    break;
                case AnonymousObjectMemberDeclaratorSyntax member:
                    ReadAnonymous(file, member);
                    break;
                case VariableDeclaratorSyntax { Initializer.Value: var value } variable:
                    AddIdentifier(file, variable.Identifier.ValueText, variable, value, FieldShape.Variable, variable);
                    break;
                case PropertyDeclarationSyntax property when (property.Initializer?.Value ?? property.ExpressionBody?.Expression) is { } value:
                    AddIdentifier(file, property.Identifier.ValueText, property, value, FieldShape.Variable, property);
                    break;
                case BinaryExpressionSyntax binary:
                    if (binary.IsKind(SyntaxKind.EqualsExpression) || binary.IsKind(SyntaxKind.NotEqualsExpression))
                    {
                        file.Comparisons.Add(binary);
                    }

                    ReadText(file, binary);
                    break;
                case LiteralExpressionSyntax or InterpolatedStringExpressionSyntax:
                    ReadText(file, (ExpressionSyntax)node);
                    break;
                case ElementAccessExpressionSyntax element:
                    file.Elements.Add(element);
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Now" } time when CodeFile.NameOf(time.Expression) == "DateTime":
                    file.LocalTimes.Add(time);
                    break;
                case TryStatementSyntax @try:
                    file.Tries.Add(@try);
                    break;
                case AttributeSyntax attribute:
                    file.Attributes.Add(attribute);
                    break;
                case BaseMethodDeclarationSyntax method:
                    file.Methods.Add(method);
                    break;
                case TypeDeclarationSyntax type:
                    file.Types.Add(type);
                    break;
            }
        }
    }

    private static void ReadCall(CodeFile file, InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments;
        if (arguments.Count >= 2)
        {
            // The name is the first or, behind an address or a scheme, the second argument.
            for (var i = 0; i < Math.Min(2, arguments.Count - 1); i++)
            {
                // Behind grantType: stands a value, even if it reads "password".
                if (OAuthNames.OfIdentifier(arguments[i].NameColon?.Name.Identifier.ValueText) is null
                    && AddNamed(file, arguments[i].Expression, arguments[i + 1].Expression, FieldShape.Call, RequestGroups.Of(CodeFile.ReceiverOf(call) ?? call)))
                {
                    return;
                }
            }
        }
        else if (arguments.Count == 1
            && CodeFile.NameOf(call) is { } method
            && BuilderName(method) is { } name
            && OAuthNames.OfIdentifier(name) is { } registered)
        {
            var value = arguments[0].Expression;
            file.Fields.Add(new(registered, name, call.Expression, Value(file, value), FieldShape.Builder, RequestGroups.Of(CodeFile.ReceiverOf(call) ?? call)));
        }

        ReadArguments(file, call, call.ArgumentList);
    }

    private static void ReadCreation(CodeFile file, BaseObjectCreationExpressionSyntax creation)
    {
        if (creation.ArgumentList is { Arguments: [{ Expression: var key }, { Expression: var value }] }
            && AddNamed(file, key, value, FieldShape.Pair, RequestGroups.Of(RequestGroups.ListAround(creation))))
        {
            return;
        }

        if (creation.ArgumentList is { Arguments.Count: > 0 } list)
        {
            ReadArguments(file, creation, list);
        }
    }

    /// <summary>Arguments that are named like a parameter of OAuth, or stand for a parameter of that name.</summary>
    private static void ReadArguments(CodeFile file, ExpressionSyntax call, ArgumentListSyntax list)
    {
        IMethodSymbol? method = null;
        var asked = false;
        for (var i = 0; i < list.Arguments.Count; i++)
        {
            var argument = list.Arguments[i];
            var name = argument.NameColon?.Name.Identifier.ValueText;
            if (name is null && argument.Expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression or (int)SyntaxKind.NullLiteralExpression })
            {
                if (!asked)
                {
                    asked = true;
                    method = file.Values.Symbol(call) as IMethodSymbol;
                }

                name = method is not null && i < method.Parameters.Length ? method.Parameters[i].Name : null;
            }

            if (name is not null && OAuthNames.OfIdentifier(name) is { } registered)
            {
                file.Fields.Add(new(registered, name, argument, Value(file, argument.Expression), FieldShape.Argument, call));
            }
        }
    }

    private static void ReadAssignment(CodeFile file, AssignmentExpressionSyntax assignment)
    {
        switch (assignment.Left)
        {
            case ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }] } element:
                AddNamed(file, key, assignment.Right, FieldShape.Indexer, RequestGroups.Of(element.Expression));
                break;
            case ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: var key }] }:
                AddNamed(file, key, assignment.Right, FieldShape.Indexer, RequestGroups.Of(assignment.Parent?.Parent ?? assignment));
                break;
            case IdentifierNameSyntax name when assignment.Parent is InitializerExpressionSyntax { Parent: { } creation }:
                AddIdentifier(file, name.Identifier.ValueText, assignment.Left, assignment.Right, FieldShape.Member, RequestGroups.Of(creation));
                break;
            case MemberAccessExpressionSyntax member:
                AddIdentifier(file, member.Name.Identifier.ValueText, assignment.Left, assignment.Right, FieldShape.Member, RequestGroups.Of(member.Expression));
                break;
            case IdentifierNameSyntax name:
                AddIdentifier(file, name.Identifier.ValueText, assignment.Left, assignment.Right, FieldShape.Variable, assignment);
                break;
        }
    }

    private static void ReadAnonymous(CodeFile file, AnonymousObjectMemberDeclaratorSyntax member)
    {
        var name = member.NameEquals?.Name.Identifier.ValueText ?? CodeFile.NameOf(member.Expression);
        if (OAuthNames.Of(name) is { } registered)
        {
            file.Fields.Add(new(registered, name!, member, Value(file, member.Expression), FieldShape.Anonymous, member.Parent!));
        }
    }

    private static void ReadText(CodeFile file, ExpressionSyntax expression)
    {
        if (TextReader.Read(expression) is not { } text)
        {
            return;
        }

        file.Texts.Add(text);
        var group = RequestGroups.Of(text.Node);
        foreach (var (name, value, key) in text.Pairs())
        {
            if (OAuthNames.Of(name) is { } registered)
            {
                file.Fields.Add(new(registered, name, key, value, FieldShape.Text, group));
            }
        }
    }

    private static bool AddNamed(CodeFile file, ExpressionSyntax key, ExpressionSyntax value, FieldShape shape, object group)
    {
        // Most first arguments are no texts: do not ask the model about them.
        if (key is not (LiteralExpressionSyntax or MemberAccessExpressionSyntax or IdentifierNameSyntax)
            || (file.Constant(key) ?? ConstantName(file, key)) is not { } name
            || OAuthNames.Of(name) is not { } registered)
        {
            return false;
        }

        file.Fields.Add(new(registered, name, key, Value(file, value), shape, group));
        return true;
    }

    /// <summary>What a library's constant is for, while the library is not there: <c>OidcConstants.TokenRequest.GrantType</c>.</summary>
    private static string? ConstantName(CodeFile file, ExpressionSyntax key) =>
        key is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } member
            && CodeFile.NameOf(member.Expression) is "TokenRequest" or "AuthorizeRequest" or "TokenResponse" or "AuthorizeResponse" or "Parameters"
                or "OpenIdConnectParameterNames" or "OAuth2Parameter" or "OAuthConstants" or "OAuth2Constants" or "OidcConstants"
            && OAuthNames.Of(name) is not null
            && file.Values.Symbol(key) is null
                ? name
                : null;

    private static void AddIdentifier(CodeFile file, string name, SyntaxNode key, ExpressionSyntax value, FieldShape shape, object group)
    {
        if (OAuthNames.OfIdentifier(name) is { } registered)
        {
            file.Fields.Add(new(registered, name, key, Value(file, value), shape, group));
        }
    }

    private static FieldValue Value(CodeFile file, ExpressionSyntax value) => new(value, value, file.Constant(value));

    /// <summary><c>ClientSecret</c> of <c>WithClientSecret</c> and its like.</summary>
    private static string? BuilderName(string method) =>
        method is "ClientSecret" or "OAuthClientSecret" ? method
        : method.StartsWith("With", StringComparison.Ordinal) ? method.Substring(4)
        : method.StartsWith("Set", StringComparison.Ordinal) || method.StartsWith("Use", StringComparison.Ordinal)
            || method.StartsWith("Add", StringComparison.Ordinal) ? method.Substring(3)
        : null;
}
