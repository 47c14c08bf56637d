using Microsoft.CodeAnalysis;

namespace SdkGen.OAuth.Declaration;

/// <summary>Reads a method of an attributed interface: which message it sends, and what each parameter is in it.</summary>
internal static class MethodReader
{
    public static MethodModel Read(IMethodSymbol method, INamedTypeSymbol? jsonContext, IAssemblySymbol? assembly = null)
    {
        MessageShape? shape = null;
        var problem = MethodProblem.None;
        string? subject = null;
        var attributes = new List<AttributeModel>();
        foreach (var attribute in method.GetAttributes())
        {
            if (AttributeReader.NameOf(attribute) is not { } name)
            {
                continue;
            }

            if (MessageShape.OfAttribute(name + "Attribute") is { } found)
            {
                problem = shape is null ? problem : MethodProblem.SeveralAttributes;
                shape ??= found;
                if (attribute.NamedArguments.Length > 0)
                {
                    attributes.Add(AttributeReader.Read(attribute, name));
                }
            }
            else if (AttributeReader.IsQuirk(name))
            {
                attributes.Add(AttributeReader.Read(attribute, name, assembly));
            }
        }

        var parameters = ParameterReader.ReadAll(method, shape, ref problem, ref subject);
        if (shape is null)
        {
            (problem, subject) = (MethodProblem.NoAttribute, null);
        }
        else if (method.IsGenericMethod)
        {
            (problem, subject) = (MethodProblem.Generic, null);
        }
        else if (problem == MethodProblem.None)
        {
            CheckRequired(shape, parameters, ref problem, ref subject);
        }

        string? user = null;
        if (shape is not null && problem == MethodProblem.None)
        {
            (problem, subject, user) = CheckReturn(method, shape, jsonContext);
        }

        var declaring = TypeText.WithAnnotation(method.ContainingType);
        var unusual = problem != MethodProblem.None || method.IsGenericMethod || method.DeclaredAccessibility != Accessibility.Public;
        return new()
        {
            Name = TypeText.Escape(method.Name),
            DeclaringInterface = declaring,
            ExplicitInterface = unusual || IsTaken(method.Name) ? declaring : null,
            ReturnType = ReturnType(method, problem),
            UserType = user,
            Kind = shape?.Kind ?? MessageKind.None,
            Problem = problem,
            ProblemSubject = subject,
            TypeParameters = method.IsGenericMethod ? $"<{string.Join(", ", method.TypeParameters.Select(parameter => TypeText.Escape(parameter.Name)))}>" : "",
            Constraints = string.Concat(method.TypeParameters.Select(Constraint)),
            Parameters = new(parameters),
            Attributes = new(attributes),
        };
    }

    /// <summary>Reads a method of the library's own interfaces.</summary>
    public static MethodModel ReadStandard(IMethodSymbol method)
    {
        var read = Read(method, jsonContext: null) with { IsStandard = true };
        if (read.Kind != MessageKind.UserInfo)
        {
            return read;
        }

        // Of the one generic interface, the model is that of the library's own user type; the user's is put in its place later.
        return read with
        {
            ReturnType = $"global::System.Threading.Tasks.Task<{KnownTypes.Namespace}.UserInfo>",
            DeclaringInterface = $"{KnownTypes.Namespace}.IUserInfoEndpoint<{KnownTypes.Namespace}.UserInfo>",
            ExplicitInterface = null,
            UserType = null,
            Problem = MethodProblem.None,
        };
    }

    private static void CheckRequired(
        MessageShape shape, ParameterModel[] parameters, ref MethodProblem problem, ref string? subject)
    {
        if (parameters.Any(parameter => parameter.Role is ParameterRole.Request or ParameterRole.Source))
        {
            return;
        }

        var missing = shape.TakesRequest ? $"{shape.Request} request"
            : shape.Kind == MessageKind.AuthorizationCode
            ? !parameters.Any(parameter => parameter.Role == ParameterRole.Login) ? "AuthorizationRequest request"
                : !parameters.Any(parameter => parameter.Role == ParameterRole.Callback) ? "AuthorizationResponse response" : null
            : shape.Fields.FirstOrDefault(field =>
                field.IsRequired && !parameters.Any(parameter => parameter.Role == ParameterRole.Field && parameter.Target == field.Property)) is { } required
                ? $"{(required.Type == FieldType.Uri ? "Uri" : required.IsNullable ? "string?" : "string")} {required.Parameter}"
                : null;
        if (missing is not null)
        {
            (problem, subject) = (MethodProblem.MissingParameter, missing);
        }
    }

    private static (MethodProblem Problem, string? Subject, string? UserType) CheckReturn(
        IMethodSymbol method, MessageShape shape, INamedTypeSymbol? jsonContext)
    {
        var expected = shape.Kind == MessageKind.UserInfo ? "Task<UserInfo>, or a Task of your own type"
            : shape.Reply is { } name ? $"Task<{name}>" : "Task";
        if (method.ReturnType is not INamedTypeSymbol task || !KnownTypes.IsTask(task) || method.RefKind != RefKind.None)
        {
            return (MethodProblem.ReturnType, expected, null);
        }

        var reply = task.Arity == 1 ? task.TypeArguments[0] : null;
        if (shape.Kind != MessageKind.UserInfo)
        {
            return (shape.Reply is null ? reply is null : reply is { NullableAnnotation: not NullableAnnotation.Annotated } && KnownTypes.IsOurs(reply, shape.Reply))
                ? (MethodProblem.None, null, null)
                : (MethodProblem.ReturnType, expected, null);
        }

        if (reply is not { IsReferenceType: true, NullableAnnotation: not NullableAnnotation.Annotated } || reply.TypeKind is TypeKind.Error or TypeKind.TypeParameter)
        {
            return (MethodProblem.ReturnType, expected, null);
        }

        if (KnownTypes.IsOurs(reply, "UserInfo"))
        {
            return (MethodProblem.None, null, null);
        }

        var user = TypeText.Of(reply);
        return jsonContext is not null && KnownTypes.IsJsonSerializerContext(jsonContext)
            ? (MethodProblem.None, null, user)
            : (MethodProblem.NoJsonContext, reply.Name, user);
    }

    /// <summary>The type with its modifiers. Only a method that cannot be implemented has pointers.</summary>
    private static string ReturnType(IMethodSymbol method, MethodProblem problem)
    {
        var modifier = method.RefKind switch
        {
            RefKind.Ref => "ref ",
            RefKind.RefReadOnly => "ref readonly ",
            _ => "",
        };
        var signature = method.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType);
        return (problem == MethodProblem.None ? "" : TypeText.Unsafe(signature)) + modifier + TypeText.WithAnnotation(method.ReturnType);
    }

    /// <summary>What an explicit implementation has to repeat for <c>T?</c> to mean the same.</summary>
    private static string Constraint(ITypeParameterSymbol parameter)
    {
        var constraint = parameter.IsReferenceType ? "class" : parameter.IsValueType ? "struct" : "default";
        return $" where {TypeText.Escape(parameter.Name)} : {constraint}";
    }

    /// <summary>Names that a public method of a client cannot have, for another member has them.</summary>
    private static bool IsTaken(string name) => name is
        "Equals" or "GetHashCode" or "GetType" or "ToString" or "Finalize" or "MemberwiseClone" or "ReferenceEquals"
        or "Create" or "Declaration" or "Methods" or "_client";
}
