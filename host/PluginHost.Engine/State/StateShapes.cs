using System.Reflection;
using System.Runtime.CompilerServices;
using PluginHost.Sdk;

namespace PluginHost.Engine.State;

/// <summary>Finds out what state records look like. Made anew for every call: a cache that lasts would keep the plugin's types for ever.</summary>
internal sealed class StateShapes
{
    private const string Allowed = "text, a number, bool, DateTimeOffset, TimeSpan, Guid, another state record, or a list of these";

    private readonly Dictionary<Type, StateShape> _shapes = [];
    private readonly NullabilityInfoContext _nullability = new();

    /// <exception cref="WrongUseException">The type is no state record, or a property cannot be kept.</exception>
    public StateShape Of(Type type)
    {
        if (_shapes.TryGetValue(type, out var known))
            return known;

        var attribute = type.GetCustomAttribute<StateRecordAttribute>(inherit: false)
            ?? throw new WrongUseException($"{type.Name} is no state record. Put [StateRecord(1)] on it.");
        if (attribute.Version < 1)
            throw new WrongUseException($"{type.Name} has version {attribute.Version}. Versions begin with 1.");

        if (attribute.Migration is { } migration && !IsMigration(migration))
        {
            throw new WrongUseException(
                $"{migration.Name}, the migration of {type.Name}, is no {nameof(StateMigration)} with a constructor without parameters.");
        }

        var properties = new List<StateProperty>();
        var shape = new StateShape
        {
            Type = type,
            Version = attribute.Version,
            Migration = attribute.Migration,
            Constructor = ConstructorOf(type),
            Properties = properties,
        };

        // Known before its properties are: a record may hold records of its own type.
        _shapes.Add(type, shape);
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            if (property is { GetMethod.IsPublic: true, SetMethod.IsPublic: true } && property.GetIndexParameters().Length == 0)
                properties.Add(Of(property));
        }

        return shape;
    }

    private static ConstructorInfo ConstructorOf(Type type)
    {
        var found = type.IsAbstract ? null : type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, []);
        return found ?? throw new WrongUseException($"{type.Name} has no constructor without parameters, which a state record needs.");
    }

    private static bool IsMigration(Type type) =>
        !type.IsAbstract && type.IsSubclassOf(typeof(StateMigration)) && type.GetConstructor([]) is not null;

    private StateProperty Of(PropertyInfo property)
    {
        var type = TypeOf(_nullability.Create(property)) ?? throw new WrongUseException(
            $"{property.DeclaringType!.Name}.{property.Name} cannot be kept: it is {NameOf(property.PropertyType)}, not {Allowed}.");
        return new StateProperty
        {
            Property = property,
            Type = type,
            IsRequired = property.IsDefined(typeof(RequiredMemberAttribute), inherit: false),
        };
    }

    private StateType? TypeOf(NullabilityInfo info)
    {
        var type = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        var item = ItemOf(info, type);
        var itemType = item is null ? null : TypeOf(item);
        return KindOf(type, itemType) is not { } kind ? null : new StateType
        {
            Kind = kind,
            Type = type,
            // Where nothing is known of nulls, they are allowed.
            IsNullable = info.ReadState != NullabilityState.NotNull,
            Item = itemType,
        };
    }

    private StateKind? KindOf(Type type, StateType? item)
    {
        if (type.IsEnum)
            return null;

        switch (Type.GetTypeCode(type))
        {
            case TypeCode.String:
                return StateKind.Text;
            case TypeCode.Boolean:
                return StateKind.Flag;
            case >= TypeCode.SByte and <= TypeCode.Decimal:
                return StateKind.Number;
        }

        if (type == typeof(DateTimeOffset))
            return StateKind.Instant;

        if (type == typeof(TimeSpan))
            return StateKind.Duration;

        if (type == typeof(Guid))
            return StateKind.Id;

        if (item is not null)
            return StateKind.List;

        if (!type.IsDefined(typeof(StateRecordAttribute), inherit: false))
            return null;

        Of(type);
        return StateKind.Record;
    }

    // An array, or whatever a List<T> can stand for.
    private static NullabilityInfo? ItemOf(NullabilityInfo info, Type type)
    {
        if (type.IsSZArray)
            return info.ElementType;

        return type.IsGenericType && info.GenericTypeArguments is [var item] && type.IsAssignableFrom(typeof(List<>).MakeGenericType(item.Type))
            ? item
            : null;
    }

    private static string NameOf(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
        : type.Name;
}
