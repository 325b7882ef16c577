# A word of the posting that is nowhere.
s/required_keywords: .telehealth./required_keywords: [telehealth, robotics]/
#= warning R102 robotics]
