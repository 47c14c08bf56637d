using Microsoft.CodeAnalysis;

namespace SdkGen.OAuth.Declaration;

/// <summary>Reads an enum of the user's, whose members are sent by name.</summary>
internal static class EnumReader
{
    public static EnumModel Read(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
        }

        var members = new List<EnumMember>();
        var values = new HashSet<object>();
        foreach (var member in type.GetMembers())
        {
            // Two names of one value would be two arms of one switch. What is obsolete as an error cannot be named, nor passed.
            if (member is not IFieldSymbol { Name.Length: > 0, HasConstantValue: true, ConstantValue: { } value } field || IsGone(field) || !values.Add(value))
            {
                continue;
            }

            var sentAs = SnakeCase.Of(field.Name);
            foreach (var attribute in field.GetAttributes())
            {
                if (AttributeReader.NameOf(attribute) == "OAuthParameter")
                {
                    sentAs = AttributeReader.Read(attribute, "OAuthParameter").Argument(0) ?? sentAs;
                }
            }

            members.Add(new(TypeText.Escape(field.Name), sentAs));
        }

        return new(TypeText.Of(type), new(members));
    }

    private static bool IsGone(IFieldSymbol field) => field.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name == "ObsoleteAttribute" && attribute.ConstructorArguments.Any(argument => argument.Value is true));
}
