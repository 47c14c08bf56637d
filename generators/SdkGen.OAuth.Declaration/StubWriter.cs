using Microsoft.CodeAnalysis;

namespace SdkGen.OAuth.Declaration;

/// <summary>Writes properties and events, which are no messages, as members that only throw: an interface that has them compiles nevertheless.</summary>
internal static class StubWriter
{
    private const string Throw = "throw new global::System.NotSupportedException(\"Only methods send messages.\")";

    public static string Write(ISymbol member)
    {
        var container = TypeText.WithAnnotation(member.ContainingType);
        return member switch
        {
            IEventSymbol @event =>
                $"{TypeText.Unsafe([@event.Type])}event {TypeText.WithAnnotation(@event.Type)} {container}.{TypeText.Escape(@event.Name)} {{ add => {Throw}; remove => {Throw}; }}",
            IPropertySymbol property => $"{TypeText.Unsafe(property.Parameters.Select(parameter => parameter.Type).Append(property.Type))}{Returns(property)}{TypeText.WithAnnotation(property.Type)} {container}.{Name(property)} {{ {Accessors(property)} }}",
            _ => "",
        };
    }

    private static string Returns(IPropertySymbol property) => property.RefKind switch
    {
        RefKind.Ref => "ref ",
        RefKind.RefReadOnly => "ref readonly ",
        _ => "",
    };

    private static string Name(IPropertySymbol property) => property.IsIndexer
        ? $"this[{string.Join(", ", property.Parameters.Select(parameter => $"{TypeText.WithAnnotation(parameter.Type)} {TypeText.Escape(parameter.Name)}"))}]"
        : TypeText.Escape(property.Name);

    private static string Accessors(IPropertySymbol property)
    {
        var get = property.GetMethod is null ? "" : $"get => {Throw}; ";
        var set = property.SetMethod is null ? "" : property.SetMethod.IsInitOnly ? $"init => {Throw};" : $"set => {Throw};";
        return (get + set).TrimEnd();
    }
}
