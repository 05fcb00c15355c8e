//! What stands at an offset of a file, and what should stand there.

use jsonc_parser::ast::{Object, ObjectProp, Value};
use jsonc_parser::common::Ranged;

use crate::feed::record::{Fields, Shape};

/// A place in a JSON file.
pub(super) enum Spot<'n, 'a> {
    /// A field's name, its object, and the names that are known there.
    Name { property: &'n ObjectProp<'a>, object: &'n Object<'a>, known: Fields },
    /// A value, what it is meant to be, and the names of the fields that lead to it.
    Value { value: &'n Value<'a>, shape: Shape, path: Vec<&'n str> },
}

/// The name or value that begins at an offset.
pub(super) fn at<'n, 'a>(root: &'n Value<'a>, shape: Shape, offset: usize) -> Option<Spot<'n, 'a>> {
    let (mut value, mut shape, mut path) = (root, shape, Vec::new());
    loop {
        let inside = |value: &Value<'_>| value.range().start <= offset && offset < value.range().end;
        match value {
            Value::Object(object) if object.range.start < offset => {
                let property = object
                    .properties
                    .iter()
                    .find(|property| property.name.range().start == offset || inside(&property.value))?;
                let known = match shape {
                    Shape::Record(known) => known,
                    _ => &[],
                };
                if property.name.range().start == offset {
                    return Some(Spot::Name { property, object, known });
                }
                let name = property.name.as_str();
                shape = known.iter().find(|(known, _)| *known == name).map_or(Shape::Other, |(_, shape)| shape());
                path.push(name);
                value = &property.value;
            }
            Value::Array(array) if array.range.start < offset => {
                value = array.elements.iter().find(|item| inside(item))?;
                shape = match shape {
                    Shape::List(item) => item(),
                    _ => Shape::Other,
                };
            }
            _ => return (value.range().start == offset).then_some(Spot::Value { value, shape, path }),
        }
    }
}
