using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <content>What of an expression gets into a text.</content>
internal sealed partial class SecretReader
{
    /// <summary>
    /// Whether the secret is in the text of an expression: a number, a flag or an object that prints its type's name is none. Without
    /// symbols it is.
    /// </summary>
    private bool IsText(ExpressionSyntax expression, SecretKind kind)
    {
        if (file.Constant(expression) is not null)
        {
            return false;
        }

        var symbol = file.Values.Symbol(expression);
        if (kind is SecretKind.Callback && symbol is IPropertySymbol)
        {
            return true;
        }

        return symbol switch
        {
            INamedTypeSymbol or INamespaceSymbol => false,
            IMethodSymbol method when expression is InvocationExpressionSyntax => Prints(method.ReturnType),
            IMethodSymbol => false,
            IFieldSymbol { IsConst: true } => false,
            ILocalSymbol local => Prints(local.Type) && !(kind is SecretKind.TokenReply && local.Type is IErrorTypeSymbol && IsObject(expression)),
            IFieldSymbol field => Prints(field.Type),
            IPropertySymbol property => Prints(property.Type),
            IParameterSymbol parameter => Prints(parameter.Type),
            _ => kind is not SecretKind.TokenReply || expression is not IdentifierNameSyntax || !IsObject(expression),
        };
    }

    /// <summary>A reply of a type that is not known, made by a call that gives objects: it prints the name of its type.</summary>
    private bool IsObject(ExpressionSyntax expression) =>
        Last(expression) is { } given && given.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault() is { } call && !TokenReplies.Reads(CodeFile.NameOf(call))
        && CodeFile.NameOf(call) is not ("Serialize" or "SerializeObject" or "ToJson" or "ToString");

    private static bool Prints(ITypeSymbol type)
    {
        if (type is IErrorTypeSymbol or ITypeParameterSymbol or IDynamicTypeSymbol or IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Char })
        {
            return true;
        }

        if (type.SpecialType is SpecialType.System_String or SpecialType.System_Object)
        {
            return true;
        }

        // Task<string> stands for its result: whether it is awaited is for others to say.
        if (type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] })
        {
            return Prints(result);
        }

        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || type.SpecialType is not SpecialType.None || type.Name is "CancellationToken" or "SecureString" or "TimeSpan" or "DateTime" or "DateTimeOffset")
        {
            return false;
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current is IErrorTypeSymbol || current.IsRecord)
            {
                return true;
            }

            if (current.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType)
            {
                return false;
            }

            if (current.GetMembers("ToString").Any(member => member is IMethodSymbol { IsOverride: true, Parameters.Length: 0 }))
            {
                return true;
            }
        }

        return false;
    }
}
