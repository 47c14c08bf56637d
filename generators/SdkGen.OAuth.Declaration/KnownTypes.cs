using Microsoft.CodeAnalysis;

namespace SdkGen.OAuth.Declaration;

/// <summary>Recognises types by their names, without looking anything up.</summary>
internal static class KnownTypes
{
    public const string PushedAuthorizationRequests = "IPushedAuthorizationRequestEndpoint";

    public const string ProviderAttribute = "SdkGen.OAuth.OAuthProviderAttribute";

    /// <summary>The namespace of everything that users write.</summary>
    public const string Namespace = "global::SdkGen.OAuth";

    public static bool IsOurs(INamedTypeSymbol type) => type.ContainingType is null && type.ContainingNamespace is
    {
        Name: "OAuth",
        ContainingNamespace: { Name: "SdkGen", ContainingNamespace.IsGlobalNamespace: true },
    };

    public static bool IsOurs(ITypeSymbol type, string name) => type is INamedTypeSymbol named && named.Name == name && IsOurs(named);

    public static bool IsTask(ITypeSymbol type) => type is INamedTypeSymbol { Name: "Task", Arity: 0 or 1 } task && IsIn(task, "System", "Threading", "Tasks");

    public static bool IsCancellationToken(ITypeSymbol type) => type.Name == "CancellationToken" && IsIn(type, "System", "Threading");

    public static bool IsUri(ITypeSymbol type) => type.Name == "Uri" && IsIn(type, "System");

    public static bool IsTimeSpan(ITypeSymbol type) => type.Name == "TimeSpan" && IsIn(type, "System");

    public static bool IsJsonSerializerContext(ITypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (current.Name == "JsonSerializerContext" && IsIn(current, "System", "Text", "Json", "Serialization"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsIn(ITypeSymbol type, params string[] names)
    {
        var current = type.ContainingType is null ? type.ContainingNamespace : null;
        for (var i = names.Length - 1; i >= 0; i--)
        {
            if (current is null || current.Name != names[i])
            {
                return false;
            }

            current = current.ContainingNamespace;
        }

        return current is { IsGlobalNamespace: true };
    }
}
