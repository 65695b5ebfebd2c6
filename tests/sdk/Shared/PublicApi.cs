using System.Reflection;
using System.Text;

namespace PluginHost.Testing;

/// <summary>Writes the public API of an assembly as text, a line a member, so that every change of it is a line that somebody reviews.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.AppendLine(Describe(type));
            foreach (var line in type.GetMembers(Declared).Select(DescribeMember).OfType<string>().Order(StringComparer.Ordinal))
                text.Append("    ").AppendLine(line);
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string Describe(Type type)
    {
        var kind = type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : IsRecord(type) ? "record" : "class";
        var modifier = type is { IsAbstract: true, IsSealed: true } ? "static " : type.IsInterface || type.IsEnum ? "" : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "";
        var bases = new[] { type.BaseType }.OfType<Type>().Where(parent => parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum))
            .Concat(type.GetInterfaces().Where(parent => !parent.Name.StartsWith("IEquatable", StringComparison.Ordinal) && !type.IsEnum))
            .Select(Name).Order(StringComparer.Ordinal).ToList();
        return $"{modifier}{kind} {type.Namespace}.{Name(type)}{(bases.Count > 0 ? " : " + string.Join(", ", bases) : "")}";
    }

    private static string? DescribeMember(MemberInfo member) => member switch
    {
        _ when IsMadeByTheCompiler(member) => null,
        FieldInfo { DeclaringType.IsEnum: true, IsStatic: true } value => $"{value.Name} = {Convert.ToInt64(value.GetRawConstantValue(), null)}",
        FieldInfo field when IsVisible(field.IsPublic, field.IsFamily || field.IsFamilyOrAssembly) =>
            $"{(field.IsLiteral ? $"const {field.Name} = {field.GetRawConstantValue()}" : $"field {Name(field.FieldType)} {field.Name}")}",
        ConstructorInfo made when IsVisible(made.IsPublic, made.IsFamily || made.IsFamilyOrAssembly) => $"new({Parameters(made)})",
        MethodInfo { IsSpecialName: false } method when IsVisible(method.IsPublic, method.IsFamily || method.IsFamilyOrAssembly) =>
            $"{Modifiers(method)}{Nullable(method.ReturnParameter, method.ReturnType)} {method.Name}{Generic(method)}({Parameters(method)})",
        MethodInfo { IsSpecialName: true, Name: { } name } method when name.StartsWith("op_Implicit", StringComparison.Ordinal) && method.IsPublic =>
            $"implicit {Name(method.ReturnType)}({Parameters(method)})",
        PropertyInfo property when property.GetMethod is { } read && IsVisible(read.IsPublic, read.IsFamily || read.IsFamilyOrAssembly) =>
            $"{Modifiers(read)}{Required(property)}{NullableOf(property)} {Indexer(property)} {{ get;{Setter(property)} }}",
        EventInfo happening when happening.AddMethod!.IsPublic => $"event {Name(happening.EventHandlerType!)} {happening.Name}",
        _ => null,
    };

    // What a record brings by itself is no choice of ours.
    private static bool IsMadeByTheCompiler(MemberInfo member) =>
        member.Name is "value__" or "<Clone>$" or "EqualityContract" or "PrintMembers"
        || member is Type
        || (member.DeclaringType is { } type && IsRecord(type) && member is MethodInfo { Name: "Equals" or "GetHashCode" or "ToString" } made
            && made.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is not null)
        || (member is ConstructorInfo { IsFamily: true } copy && copy.GetParameters() is [{ } only] && only.ParameterType == member.DeclaringType);

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static bool IsVisible(bool isPublic, bool isProtected) => isPublic || isProtected;

    private static string Modifiers(MethodInfo method) =>
        (method.IsPublic ? "" : "protected ")
        + (method.IsStatic ? "static " : "")
        + (method.DeclaringType!.IsInterface ? "" : method.IsAbstract ? "abstract " : IsOverride(method) ? "override " : method is { IsVirtual: true, IsFinal: false } ? "virtual " : "");

    private static bool IsOverride(MethodInfo method) => method.GetBaseDefinition().DeclaringType != method.DeclaringType;

    private static string Required(PropertyInfo property) =>
        property.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is null ? "" : "required ";

    private static string Indexer(PropertyInfo property) => property.GetIndexParameters() is { Length: > 0 } keys
        ? $"this[{string.Join(", ", keys.Select(key => Name(key.ParameterType)))}]"
        : property.Name;

    private static string Setter(PropertyInfo property) => property.SetMethod is { IsPublic: true } write
        ? write.ReturnParameter.GetRequiredCustomModifiers().Length > 0 ? " init;" : " set;"
        : "";

    private static string Generic(MethodInfo method) =>
        method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(type => type.Name))}>" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{(parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "")}{Nullable(parameter, parameter.ParameterType)} {parameter.Name}"
        + (parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "null"}" : "")));

    private static string Nullable(ParameterInfo parameter, Type type) =>
        Name(type) + (!type.IsValueType && Nullability.Create(parameter).ReadState == NullabilityState.Nullable ? "?" : "");

    private static string NullableOf(PropertyInfo property) =>
        Name(property.PropertyType) + (!property.PropertyType.IsValueType && Nullability.Create(property).ReadState == NullabilityState.Nullable ? "?" : "");

    private static string Name(Type type)
    {
        if (type.IsGenericParameter)
            return type.Name;

        if (System.Nullable.GetUnderlyingType(type) is { } inner)
            return Name(inner) + "?";

        if (type.IsArray)
            return Name(type.GetElementType()!) + "[]";

        return type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : type.Name;
    }
}
