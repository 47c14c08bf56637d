using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SdkGen.OAuth.Declaration;

/// <summary>Reads the parameters of a method: what each is in the message.</summary>
internal static class ParameterReader
{
    /// <summary>Reads the parameters, and the first problem among them.</summary>
    public static ParameterModel[] ReadAll(
        IMethodSymbol method, MessageShape? shape, ref MethodProblem problem, ref string? subject)
    {
        var parameters = new List<ParameterModel>(method.Parameters.Length);
        foreach (var parameter in method.Parameters)
        {
            var read = Read(parameter, shape);
            if (problem == MethodProblem.None && shape is not null)
            {
                problem = ProblemOf(parameter, read, parameters, shape);
                subject = problem == MethodProblem.None ? null : parameter.Name;
            }

            parameters.Add(read);
        }

        return [.. parameters];
    }

    private static MethodProblem ProblemOf(IParameterSymbol parameter, ParameterModel read, List<ParameterModel> before, MessageShape shape)
    {
        if (read.Role == ParameterRole.Additional && shape.IsReceived)
        {
            return MethodProblem.UnknownParameter;
        }

        if (read.Role == ParameterRole.Additional && shape.TakesRequest)
        {
            return MethodProblem.BesideDocument;
        }

        if (parameter.RefKind != RefKind.None
            || (read.Role is ParameterRole.Additional or ParameterRole.Field && read.FieldType == FieldType.Unsupported))
        {
            return MethodProblem.ParameterType;
        }

        if (read.Role == ParameterRole.Additional && Protocol.ReservedParameters.IsReserved(read.Target))
        {
            return MethodProblem.ReservedParameter;
        }

        return before.Any(other => other.Role == read.Role && other.Target == read.Target)
            ? MethodProblem.DuplicateParameter
            : MethodProblem.None;
    }

    private static ParameterModel Read(IParameterSymbol parameter, MessageShape? shape)
    {
        var type = FieldTypes.Of(parameter.Type);
        var (role, target) = RoleOf(parameter, shape, ref type);
        return new()
        {
            Name = IsTaken(parameter.Name) ? $"{parameter.Name}_{parameter.Ordinal}" : TypeText.Escape(parameter.Name),
            Type = Declare(parameter),
            Default = DefaultText(parameter),
            Role = role,
            FieldType = type,
            Target = target,
            IsNullable = parameter.Type.IsReferenceType
                ? parameter.NullableAnnotation != NullableAnnotation.NotAnnotated
                : parameter.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T,
            Enum = type == FieldType.Enum && role == ParameterRole.Additional ? EnumReader.Read(parameter.Type) : null,
        };
    }

    private static string EnumText(ITypeSymbol type, object value) =>
        type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.HasConstantValue && value.Equals(field.ConstantValue)) is { } member
            ? $"{TypeText.Of(type)}.{TypeText.Escape(member.Name)}"
            : $"({TypeText.Of(type)})({Convert.ToString(value, CultureInfo.InvariantCulture)})";

    /// <summary>Names that would hide a member that the generated method uses; or no name yet.</summary>
    private static bool IsTaken(string name) => name is "" or "_client" or "Methods" or "Name";

    private static (ParameterRole Role, string Target) RoleOf(IParameterSymbol parameter, MessageShape? shape, ref FieldType type)
    {
        if (KnownTypes.IsCancellationToken(parameter.Type))
        {
            return (ParameterRole.Cancellation, "");
        }

        if (shape is null)
        {
            return (ParameterRole.Additional, "");
        }

        if (shape.Request is { } request && KnownTypes.IsOurs(parameter.Type, request))
        {
            return (ParameterRole.Request, "");
        }

        if (shape.Source is { } source && KnownTypes.IsOurs(parameter.Type, source))
        {
            return (ParameterRole.Source, "");
        }

        if (shape.Kind == MessageKind.AuthorizationCode)
        {
            if (KnownTypes.IsOurs(parameter.Type, "AuthorizationRequest"))
            {
                return (ParameterRole.Login, "");
            }

            if (KnownTypes.IsOurs(parameter.Type, "AuthorizationResponse"))
            {
                return (ParameterRole.Callback, "");
            }
        }

        string? named = null;
        foreach (var attribute in parameter.GetAttributes())
        {
            if (AttributeReader.NameOf(attribute) == "OAuthParameter")
            {
                named = AttributeReader.Read(attribute, "OAuthParameter").Argument(0);
            }
        }

        if (named is null && shape.Field(parameter.Name) is { } field)
        {
            type = field.Type == type ? type : FieldType.Unsupported;
            return (ParameterRole.Field, field.Property);
        }

        return (ParameterRole.Additional, named ?? SnakeCase.Of(parameter.Name));
    }

    private static string Declare(IParameterSymbol parameter)
    {
        var modifier = parameter switch
        {
            { RefKind: RefKind.Ref } => "ref ",
            { RefKind: RefKind.Out } => "out ",
            { RefKind: RefKind.In } => "in ",
            { RefKind: RefKind.RefReadOnlyParameter } => "ref readonly ",
            { IsParams: true } => "params ",
            _ => "",
        };
        var type = TypeText.WithAnnotation(parameter.Type);

        // A signature from a file without nullable annotations may be given null, and says so here.
        var oblivious = parameter.Type.IsReferenceType && parameter.NullableAnnotation == NullableAnnotation.None && parameter.RefKind == RefKind.None;
        return modifier + type + (oblivious && !type.EndsWith("?", StringComparison.Ordinal) ? "?" : "");
    }

    private static string? DefaultText(IParameterSymbol parameter)
    {
        if (!parameter.HasExplicitDefaultValue)
        {
            return null;
        }

        var value = parameter.ExplicitDefaultValue;
        var type = parameter.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : parameter.Type;
        return value switch
        {
            null => parameter.Type.IsValueType && parameter.Type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T ? "default" : "null",
            _ when type.TypeKind == TypeKind.Enum => EnumText(type, value),
            _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false),
        };
    }
}
