using Microsoft.CodeAnalysis;

namespace SdkGen.OAuth.Declaration;

/// <summary>Tells what a C# type is as a field of a request.</summary>
internal static class FieldTypes
{
    /// <summary>What a value of the type is sent as.</summary>
    public static FieldType Of(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
        }

        return type switch
        {
            { SpecialType: SpecialType.System_String } => FieldType.Text,
            { SpecialType: SpecialType.System_Boolean } => FieldType.Truth,
            { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Int16 or SpecialType.System_Byte } => FieldType.Number,
            { TypeKind: TypeKind.Enum } => FieldType.Enum,
            _ when KnownTypes.IsUri(type) => FieldType.Uri,
            _ when KnownTypes.IsTimeSpan(type) => FieldType.Duration,
            _ when IsTexts(type) => FieldType.Texts,
            _ => FieldType.Unsupported,
        };
    }

    private static bool IsTexts(ITypeSymbol type) =>
        IsTextSequence(type) || type.AllInterfaces.Any(IsTextSequence);

    private static bool IsTextSequence(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } sequence
        && sequence.TypeArguments[0] is { SpecialType: SpecialType.System_String, NullableAnnotation: not NullableAnnotation.Annotated };
}
